/**
 * What random pseudonyms are made of in a language: adjectives and animals that go together in any
 * pair.
 */
export interface NameWords {
  adjectives: readonly string[]
  animals: readonly string[]
}

/** Pseudonyms in English. */
export const englishNames: NameWords = {
  adjectives: `
Agile Airy Amber Ample Autumn Azure Blue Breezy Bright Brisk Bronze Calm Chatty Cheery Clear
Clever Cosy Crisp Curious Dapper Early Easy Fluffy Frosty
Gentle Glad Golden Happy Hardy Humble Jolly Keen Kind Lively Lucky Mellow Merry Mild Misty
Neat Nimble Patient Playful Polite Quick Quiet Rapid Rosy Rustic
Silver Sleepy Smooth Snowy Steady Sunny Swift Tidy Velvet Warm Winter Witty
`
    .trim()
    .split(/\s+/),
  animals: `
Alpaca Badger Beaver Beetle Bison Bobcat Caribou Cicada Carp Crane Cricket Curlew Deer
Dolphin Dormouse Duck Egret Elk Falcon Ferret Finch Fox Gazelle Gecko
Goose Hamster Hare Hedgehog Heron Hoopoe Ibis Impala Kestrel Kiwi Koala Lark Lemur Llama
Lynx Magpie Marmot Marten Mallard Moose Newt Octopus Otter Owl Panda
Pelican Penguin Puffin Quail Rabbit Raven Salmon Seal Sparrow Squirrel Starling Swallow
Tapir Tern Tortoise Trout Turtle Wombat Wren Zebra
`
    .trim()
    .split(/\s+/),
}

/** Pseudonyms in Swedish. The animals are all of common gender, so every adjective fits. */
export const swedishNames: NameWords = {
  adjectives: `
Alert Blank Busig Blyg Fin Finurlig Flink Fluffig Frisk Fundersam Fyndig Glad Glittrande
Gladlynt Grann Hurtig Händig Kavat Klipsk Klok Krispig Kvick Lekfull
Lila Ljus Luden Lugn Lurvig Luftig Lycklig Mild Mjuk Munter Mysig Nyfiken Nöjd Orange Pigg
Pratsam Prickig Prydlig Påhittig Rapp Randig Rask Rosa
Rufsig Rödlätt Snabb Snäll Sommarglad Solig Spänstig Sprallig Stadig Tuff Tyst Trygg Turkos
Vaken Varm Vänlig Yster Ömsint
`
    .trim()
    .split(/\s+/),
  animals: `
Abborre Alpacka Anka Blåmes Bisam Björktrast Bofink Bäver Delfin Ejder Ekorre Falk Fasan
Fjäril Flamingo Forell Fiskmås Gecko Gasell Giraff Groda Grävling Gås
Hamster Hare Hermelin Humla Häger Ibis Igelkott Iller Kaja Kanin Koala Koltrast Kråka Lax
Lemur Lo Lom Lärka Manet Mård Mås Mört Nyckelpiga Panda Pelikan
Pingvin Ripa Råbock Skata Sköldpadda Sparv Stare Stork Strandskata Struts Svala Svan
Sädesärla Säl Talgoxe Tapir Tjäder Trana Trut Tärna Uggla Utter Vessla
`
    .trim()
    .split(/\s+/),
}
