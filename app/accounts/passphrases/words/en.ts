/**
 * Words for passphrases in English: short, common, with no accents, and with nothing to say about
 * the person who got them. Six are more than 60 bits.
 */
export const englishWords: readonly string[] = `
acorn acre actor adult advice afternoon air album alley almond alpine amber anchor angle ankle answer antler apple apricot apron arch
arena arm armchair arrow art artist ash aspen atlas attic audio autumn avenue avocado award axle baby back badge bag bagel bake baker
bakery balance balcony ball ballad balloon bamboo banana band banjo bank banner barber barley barn barrel base basin basket bass bath
bay beach bead beak beam bean beard beaver bed bedroom bee beech beet beetle begin bell belong belt bench bend berry bicycle big bike
bill birch bird biscuit bison blanket blend blink block bloom blossom blouse blue board boat boil bolt bone bonnet book boot border
borrow bottle bottom bounce bow bowl box bracket braid branch brass bread breath breeze brick bridge brief bright bring broad broccoli
bronze brook broom broth brown brush bubble bucket buckle bud budget buffalo build builder bulb bundle bus bush butter button buzz
cabbage cabin cabinet cable cactus cafe cake calendar calf call calm camel camera camp canal canary candle candy canoe canvas canyon
cap cape car caramel card cardboard career cargo carpet carrot carry cart carve cashew castle cattle cave cedar ceiling celery cello
cement cereal chain chair chalk chapter charcoal charm chart cheek cheer cheese cherry chess chestnut chew chili chime chin chip
chocolate choir choose chorus cinema cinnamon circle circus city clam clap clarinet class clay clean clerk cliff climate climb clinic
cloak clock closet cloth cloud clove clover clown coach coast coat cobalt cocoa coconut cod coffee coil coin cold collar column comb
comet comfort comic common compass concert cone cook cookie cool copper copy coral cord cork corn corner costume cotton couch cough
count county course cousin cover crab cracker cradle craft crane crayon cream creek cricket crisp crop crow crowd crust crystal cube
cucumber cuff cup cupboard curb curious curl current curry curtain curve cushion custard cycle cymbal cypress daily dairy daisy dance
dash data date daughter dawn day deck deep deer delta dental desert design desk dessert detail dew dial diamond diary dice dictionary
diet dig dinner dish distance ditch dive dock doctor doll dolphin dome donkey door dot double dough dove dozen draft dragon drain drama
draw drawer dream dress drift drill drink drive driver drop drum duck dune dusk dust eager eagle ear early earth easel east easy echo
edge egg eight elastic elbow elder elephant elevator elk elm ember emerald empty encore end energy engine enjoy entry envelope equal
errand evening event evergreen exact exit extra eye eyebrow fabric face factory fair falcon fall family fan far farm farmer fast father
faucet feast feather felt fence fern ferry festival few fiction fiddle field fig file film fin final finch find fine finger finish fir
fish fisher five flame flannel flash flat fleece flight flint float flock floor flour flow flower fluffy flute fly foal foam focus fog
foil fold folder follow food foot forest fork form fortune forward fossil fountain four fox frame freckle fresh friend fringe frog
front frost fruit fudge full fun funnel furniture future galaxy gallery gallon game garage garden garlic garment gate gather gazelle
gear geese gem giant gift ginger giraffe give glacier glad glass glide globe glove glow glue goal goat gold golf good goose gown grain
grammar grand granite grape graph grass gravel gravy great green greet grid grill grin grip grocery group grove grow guitar gum gym
habit hair half hall hallway hammer hammock hamster hand handle harp harvest hat hatch hay head heart hearth heat hedge heel height
helmet help hem hen herb herd herring hiccup high hike hill hinge hippo hobby hockey hold holiday hollow home honey hood hoof hook hop
horizon horn horse hotel hour house hug hundred hut ice icicle idea igloo inch index indigo ink inside interest invent iron island
ivory jacket jaguar jam jar jaw jazz jeans jelly jewel jigsaw job jog join joke journal journey joy jug juggle juice jumbo jump jungle
junior juniper kangaroo kayak keep kennel kernel kettle key keyboard kid kidney kilo kind kiosk kitchen kite kitten kiwi knee knit
knock knot koala label lace ladder ladle lake lamb lamp land lane lantern large lark laser late laugh laundry lavender lawn layer leaf
learn leather ledge lemon lemonade lend lens lentil leopard lesson letter lettuce level library lid life lift light lilac lime linen
link lip liquid list listen little lizard llama load loaf lobster local lock locket lodge log long loop lotion lotus loud lounge lucky
luggage lumber lunch lung lute lynx lyric machine magpie mail main make mallet mammoth mango manor mantle map maple marble margin
marine mark marsh mask mason mat match math maze meadow meal measure medal medicine melody melon member memory menu merry metal middle
midnight mild mile milk mill mind mineral minnow mint minute mirror mist mitten mix mobile model modern moment month moon moose morning
mosaic moss moth mother motor mountain mouse mouth move movie muffin mug mule muscle museum mushroom music nail name napkin narrow
nature near neat neck nectar needle nephew nest net new nickel niece night nine noise noodle noon north nose note notebook novel number
nurse nutmeg nylon oak oar oasis oat oatmeal object oboe ocean octopus office often oil olive one onion opal open opera orange orbit
orchard orchid oregano organ origin ostrich otter outside oval oven over owl owner oxygen oyster ozone paddle page pail paint pair palm
pan pancake panda panel panther pantry paper paprika parcel park parrot parsley parsnip pasta paste pastry patch path patio pattern
pause peach peacock peak peanut pear pearl pebble pecan pedal pelican pen pencil penguin pepper perfume petal petunia phone photo piano
pickle picnic picture pie piece pigeon pillow pilot pine pink pint pipe pizza place plain planet plank plant plaster plate play player
plaza plot plow plum plumber pocket poem poet point polar polish polite pond pony pool poplar poppy porch porridge port portrait
postcard pot potato potter powder practice prairie present pretzel print prism prize produce program pudding puddle puffin pull pulse
puma pump pumpkin pupil puppet puppy purple purse puzzle pyramid quail quarter quartz quest question quick quiet quill quilt quince
quiz quote rabbit raccoon radar radio radish raft rail rain rainbow raisin rake ranch range rapid raspberry raven ravine reach read
ready recipe record reed reef regular reindeer relax remember rent repeat rest result return ribbon rice rich ride ridge right ring
ripple rise river road robot rock rocket roll roof room root rope rose round route row rowboat rug ruler run runner rural rye saddle
saffron sage sail sailor salad salmon salon salt sample sand sandal sandwich sapphire sardine satin sauce saucer sauna saw scale scarf
scene scent school science scissors scooter score scout screen script scroll sea seal search season seat second seed seesaw select
sense sequel seven shade shadow shallow shape share shark sharp shed sheep sheet shelf shell shelter shine ship shirt shoe shop shore
short shoulder shovel show shower shrimp shrub shuttle side sidewalk sign signal silent silk silver simple sing singer single sister
six size skate sketch ski skill skirt sky slate sled sleep sleeve slice slide slipper slope slow small smile smooth snack snail snow
soap soccer sock soda sofa soft soil solar solid solo song sonnet soon sound soup source south soy space spark sparrow speak spell
spice spider spinach spiral sponge spoon sport spot spray spring spruce square squash squid squirrel stable stadium stage stair stamp
stand start station statue steam steel stem step stereo stew stick still stir stitch stone stool store stork story stove straw stream
street string stripe stroll strong studio study style subway sugar suit suitcase summer summit sun sunflower sunset supper surf
surprise swallow swamp swan sweater sweet swim swing switch syrup system table tablet tail tailor talent talk tall tango tank tape
taste taxi tea teach team teapot teeth telescope ten tennis tent term text theme thick thimble thin think thirty thistle thread three
thumb thyme ticket tide tidy tiger tile timber time tin tiny title toast today toe together tomato tomorrow tone tongue tooth top topaz
torch tortoise total toucan touch towel tower town toy trace track tractor trail train tram travel tray treasure tree triangle trick
trio trip trolley trombone trophy trout truck true trumpet trunk tub tuba tulip tuna tundra tunnel turnip turtle twelve twenty twig
twin two ukulele umbrella uncle under unit update upper useful usual vacation valley vanilla vase vault vegetable velvet verb verse
vest video village vine vinegar violin visit vitamin voice volcano volume vowel voyage waffle wagon waist waiter walk wall wallet
walnut walrus waltz warm wash water wave wax weather weave week weight west whale wheat wheel whisper whistle white wide willow win
wind window winter wire wise wolf wonder wood wool word work world worm wrap wren write writer yard yarn year yeast yellow yes
yesterday yoga yogurt young zebra zero zigzag zinc zipper zoo
`
  .trim()
  .split(/\s+/)
