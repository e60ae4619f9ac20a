/** Short French words without accents, easy to read aloud and to type on a phone. */
export const passWords: readonly string[] = `
abeille acajou acier agenda aigle ajonc algue alouette amande ancre aneth anis aqueduc arbre ardoise argile armoire
atlas aube auberge aurore avoine azur badiane bague balcon balise bambou banane banjo barque basilic bassin baume
belette berger bijou biscuit bison blason bocal bolide bonnet bosquet bougie boussole bouton brasier brebis brioche
brise bronze brume buffle buisson cabane cactus cadran caillou calepin camion canard canoe capucine carafe cargo
carotte cascade castor cerise chalet chamois chapeau charbon chataigne chemise chevron chicane chocolat cigale cigogne
citron clairon clavier clocher cobalt colibri colline comptoir confiture copeau coquille corail cornet corniche coton
coucou crapaud cratere crayon cresson criquet cristal crocus cuivre cumin cyclone cymbale dauphin domino dragon drapeau
dune ecluse ecorce ecrin ecureuil edredon encrier epinard equerre erable escargot estuaire etoile fanfare farine faucon
fenouil festin figuier flacon flamant flocon flute fontaine forge fougere fourmi framboise frelon fresque fromage fusain
galet galion garance gazelle genet gingembre girafe girofle givre glacier gondole gorille goudron granit grelot grenade
grillon guepard guitare hamac hameau hangar haricot harpe heron hibou hublot igloo iris ivoire jacinthe jambon jardin
jasmin javelot jonquille journal joyau jungle kayak kiosque lagune lanterne lavande lezard libellule lichen limace
lionne locomotive loutre lucarne lutin luzerne macaron magnolia mandarine manoir maquette marmite marron marteau melisse
melon menhir menthe merle micocoule mimosa mirabelle moineau moulin mouton muguet murene museau myrtille navette nectar
nougat noyer nuage oasis ocarina ocre olive ombrelle orage orchidee oreiller orgue origan ortie otarie oursin paille
palombe panier papaye papillon parasol passerelle pastel pavot peigne pelican peluche pendule perdrix persil phare
piano pigeon pinceau pinson pirogue pivoine plateau plume poivre polaire pollen pommier poney potager poterie prairie
prune puzzle quartz quenelle radeau radis raisin rameau raquette ravin renard ricochet rivage rizotto rocher romarin
roseau rossignol ruban rubis ruche sabot safran salade sapin sardine sarrasin satin sauge sauterelle savane savon
secateur seringue sifflet silex sirop soja sorbet souris spirale sureau tabouret talus tamaris tambour tango tapis
tartine tempete terrine thym tigre tilleul tisane tomate tonneau topaze tortue toupie trapeze trefle tremplin trompette
tulipe turbine vague vallon vanille velours verger verveine viaduc vigne violon virgule vitrail volcan voltige wagon
xylophone yaourt yucca zebre zenith zinc`
  .trim()
  .split(/\s+/)
