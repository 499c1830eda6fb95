/**
 * Words for passphrases in Swedish: short, common, without å, ä and ö, and with nothing to say
 * about the person who got them. Six are more than 60 bits.
 */
export const swedishWords: readonly string[] = `
abborre adress album alfabet algebra alm alpin ambition ananas andning anka ankare anorak ansikte antal antenn apelsin apotek aprikos
arena ark arkiv arm armband aroma artikel artist ask aspar astronom atlas atlet atom aula automat avokado avsats avsnitt avtryck ax
axel axla backe badkar badring bageri bagge bakelse bakgata baklucka baksida balans balett balkong ball ballong bambu ban banan band
bandage banjo bank bar barack barn barnvagn bas basar basker bastu batteri bedrift behov bensin berg bergbana besked betyg bibliotek
bilaga bild biljett binda biograf biolog bit bita bitter blad bland blandning blank blek blick blint blixt block blom blomma bloss blus
bly boj bok bokhylla boll bom bomull bord bordduk borg borgen borste botten bra brasa bred bredd brev bricka bris bro brosch bruk brunn
buk bukett bukt bulle bult bunke bunt burk buske buss butik butter bygd bygel bygga bygge byggnad bytta byxa cello cement central
champinjon chef choklad cirkel cirkus citron clown cykel cymbal dag dagbok dagg dagis daglig dal damm dans dansare dator datum deg
dekal dekor del delfin delta design detalj diamant dikt dikta dill dimma dinosaur disk distans docka doft dokument domherre dra drake
dricka drift driva droppe dryck dubbel duk duka duktig dunge duns duva dygn dyna ek ekorre ekvator eldstad elefant element elev elva
enbart energi enhet enkel ensam entusiast epok etikett etui evig exakt examen expert export extra fabel fabrik fager falk fall familj
fantasi far farfar farled farm fart fasad faster fat femton fena fest fiber ficka ficklampa figur fik fika fikon fil filbunke film filt
fin finger fink fira fisk fiska fiskare fjord fjorton fjun flaska flik flinga flit flora flotte fluga flyg flygel flyta flytt fokus
folk fontan form forma format fors forsa fot fotboll fotled foto framme frasig frisk fritid front frost frosta frukost frukt fryntlig
frys funktion fura fyndig fyra gaffel galleri gammal ganska garage garderob gardin garn gata gavel gecko geografi gips giraff gitarr
gjuta glad glans glas glass glimt glob gnista gnugga golf golv gott gran granit granne gren grepp grill grind gris groda grop grotta
grov grund grupp gruppbild grus gryn gryning gryta gul guld gummi gunga gurka gym haj hake halka hall hallon halm hals halsduk halv
hamburgare hammare hammock hamn hamra hand handduk handla handske handtag hantera hare harka harmoni harpa hast hatt hav havre helg hem
herde hiss hjul hobby hopp hoppa horisont horn hotell hov hud humla hummer humor humus hund hundra hus huv huva hylla hyvel ibis ide
idrott igel igelkott igloo inne insekt insida instrument intresse is isbit iskall jacka jeans jojo jolle jord jordgubbe journal jubel
juice jul jumper juvel kabel kaffe kafferep kajak kaka kakao kakel kaktus kalas kalender kalk kalkon kalv kam kamel kamera kamin kanal
kanel kanin kanna kanot kant kapitel kappa kapsel karamell karavan karl karp karta kartong kassa kassett kasta kastanj katalog katt
kavaj kedja kemi kennel kex kika kikare kilo kim kind kiosk kittel kivi klack klang klar klarinett klass klassrum klimat klippa klister
kliv kliva klo klocka klok klot klubba klunk klyfta knacka knapp knep knopp knorr knut knyta ko kobolt kock koffert koka kokbok kol
kolibri koltrast kombi komet komma kommentar kompass kompis konsert konst kontor kontroll kopp koppar korall korg kork korn korp
korsord kort kosmos kostym krabba kraft krage krans krasse krets kringla kristall krok krokodil krokus krus krydda krypa kub kudde
kulle kulram kultur kunskap kurs kurva kusin kust kvadrat kvarg kvark kvarn kvart kvast kvist kvitto kyckling kyl labyrint lack lada
ladda lag laga lagom lagun lakan lakrits lama lamm lampa landning lant larm lasagne lastbil lavin lax led lejon lek leka lektion lera
leta leva lexikon lian lilja limpa lind linjal linje lins list liten liter liv ljud ljum ljung ljus lo lock lokal lom lots lov lucka
luft luftig lugg lugn lukt lunch lund lur luta lycka lykta lyra lysa lyssna madrass magasin magnet maj majs mamma mammut mandarin
mandel maneter mango mantel mapp mark marmelad marmor marsipan maskin maskros mast mat matbit match material matlag matsal matta medalj
medvind mellan melodi melon memoar meny mest metall meter midja midnatt mikro mil mild minnas minne minst mint minut mitt mjuk mobil
modell modern molekyl moln moped mor morfar morgon morot mos mossa moster motiv motor mugg murare mus museum musik musiker muskel
muskot mussla mustasch mygga mylla mynt mynta myra mysig mysk nacke nagel namn napp natt natur navel navigera nejlika nektar nerv
nickel niga nio nisch nog nord norr norra nos novis nubb nudel nummer ny nyans nyckel nyfiken nyhet nypa nypon nytta oas ocean odla
ofta okej oktav olik oliv olja omega omelett omslag opal opera optik orange ord ordbok oregano orgel orkan orkester orm ormbunke ort
ost osten ostron otta ovan oxe ozon packa padda paddel paj paket palett palm panda panel panna pannkaka panter papaya papegoja papper
paprika par parabol paraply park parkera pasta pastej paus pedal pelare pelikan pendel pendla penna pensel peppar perrong persika
person piano picknick piff pil pilot pilt pimpsten pincett pingis pingvin pinne pipa pizza plagg plan planet planka planta plast plats
platta plocka ploga plommon plus plym plysch podd poesi poet pojke pokal polka pollen pony popcorn poppel port porto post postbud
potatis potta pudding pudel puder puma pump pumpa punkt pupill purjo pussel puts pyjamas pyramid pyssel racket radar radio ram ramsa
rand ranka rapport raps rast ratt rav ravin recept redan redskap regel regn reklam rektor rep repa resa resor rest restaurang resultat
ribba rida ridbyxa rimfrost ring ringa ringklocka ris rita ritning robot rodd rodna rolig rond ros rosa rosett rosta rot rotera rubin
rubrik rucola rum runa rund runda russin ruta rutin rygg rymd rynka rytm saffran safir saft saga sak salami sallad salong salt samba
samla sammet sand sandal sax saxofon scen schack schal segel segla sekel sekund selleri semester sen senap serie servett sida siden
siffra signal sikt silke sill silver simma sits sjal sju sjukhus sjunga sjutton skaft skal skala skalbagge skald skatt sked sken skicka
skida skiffer skift skikt skina skinka skinn skiva skjorta sko skog skola skopa skorpa skorpion skorsten skratt skrin skriva skruv
skugga skuta skylt skymning sladd slalom slant slev slinga slips slott smak smed smink smultron smycke snabb snigel sno snurra snygg
socka socker soda soffa sol solros solsken sopa soppa sopran sort sova sovrum span spara sparris sparv spegel spel spela spets spetsig
spik spindel spinna spis spole spoling sport spricka sprida springa sprut stad stam stapel stark start station staty sten stig stilla
stock stoff stol stolpe stork storm strand strimla struktur strumpa struts stubbe studio stuga stum stund styrka summa sump sund surf
svala svalka svamp svan svar sy syd sylt symbol symfoni syren syssla system syster tablett tack tacka tak takt talang tall tallrik tand
tango tank tanke tapet tappa tavla teater tecken teckna teknik telefon teleskop tema temat tempo tennis teori termin termos text textil
tid tidig tidning tiger timjan timme timmer tio titel titta tjock tjugo toffel tofs tolk tolv tomat tomt ton topp torg torn torr torsk
total trakt traktor trall trana transport trapp trappa trast tre tredje trefot trend trettio triangel trick trio trivsel trofast
trombon tropisk trumma trumpet trygg tub tuba tugga tulpan tumlare tumme tunn tunna tunnel tupp tur turist tusen tvilling tvinna tyg
tygel typ tyst udde uggla ugn ull ulltuss under undre univers uppgift ursprung ut ute utflykt utkik utsikt utter vacker vagga vagn
vaken valp valross vals valv vana vandra vandring vanilj vante vardag varm varsam varv vas vass vatten vattna vax veck vecka ved vedbod
velour veranda verb verk verkstad verktyg vers vessla vete vid video vik vikt vila vild vilja villa vimpel vin vind vinkel vinna vinter
viol violin virka virvel vis visa visdom vissla vit vitamin vitsippa volang volt volym vulkan vuxen vykort ylle yngel yngst yoga
yoghurt yrke yta ytter zebra zon zucchini
`
  .trim()
  .split(/\s+/)
