type Weighted = readonly (readonly [name: string, weight: number])[]

const parse = (written: string): Weighted =>
  written
    .trim()
    .split(/\s*,\s*/)
    .map((entry) => {
      const [name = '', weight = '1'] = entry.split(':')
      return [name, Number(weight)] as const
    })

/** Given names as they are met in French workshops and offices, with how often. */
export const givenNames: Record<'f' | 'm', Weighted> = {
  f: parse(`Nathalie:9, Isabelle:9, Sylvie:8, Catherine:7, Sandrine:8, Valérie:8, Stéphanie:8, Céline:8, Christine:7,
    Aurélie:8, Émilie:7, Virginie:7, Sophie:8, Véronique:6, Julie:8, Laetitia:6, Karine:6, Delphine:6, Caroline:6,
    Audrey:6, Marie:8, Camille:7, Léa:6, Manon:6, Marion:6, Pauline:6, Mélanie:6, Laura:6, Amandine:5, Jessica:5,
    Élodie:6, Claire:5, Anne:5, Hélène:4, Florence:5, Patricia:6, Martine:5, Brigitte:4, Corinne:5, Sabrina:5,
    Fatima:5, Nadia:4, Samira:4, Karima:3, Leïla:3, Yasmine:3, Khadija:3, Aïcha:3, Malika:3, Naïma:2, Sarah:5,
    Inès:3, Chloé:5, Mathilde:4, Justine:5, Anaïs:5, Morgane:4, Océane:4, Lucie:5, Alice:3, Charlotte:4, Margaux:3,
    Fanny:4, Élise:3, Gwenaëlle:3, Maëlle:3, Solenn:2, Rozenn:2, Katell:2, Anne-Sophie:3, Marie-Christine:3,
    Marie-Pierre:2, Ana:2, Maria:4, Paula:2, Fernanda:2, Carla:2, Mariama:2, Aminata:3, Awa:2, Adama:1, Kadiatou:2,
    Oumou:1, Grace:1, Mireille:2, Ghislaine:2, Josiane:2, Bernadette:2, Ludivine:4, Peggy:2, Cindy:3, Priscilla:2,
    Mai:1, Thuy:1, Kim:1, Irina:1, Natalia:1, Elena:2, Ewa:1, Agnieszka:1, Magali:4, Muriel:4, Estelle:4, Noémie:4`),
  m: parse(`Christophe:10, Philippe:9, Nicolas:10, David:9, Laurent:9, Sébastien:10, Frédéric:9, Stéphane:9, Julien:10,
    Thierry:8, Olivier:8, Pascal:8, Éric:8, Alexandre:8, Thomas:8, Jérôme:8, Patrick:7, Guillaume:7, Vincent:7,
    Anthony:7, Kévin:7, Romain:7, Maxime:7, Mickaël:7, Bruno:6, Fabrice:6, Franck:6, Benoît:6, Cédric:7, Damien:6,
    Florian:6, Jérémy:6, Ludovic:6, Mathieu:6, Antoine:6, Alain:6, Jean-Luc:4, Jean-Pierre:3, Jean-Michel:3, Gérard:3,
    Dominique:4, Denis:4, Yves:3, Loïc:4, Yannick:4, Ronan:2, Erwan:3, Gaël:3, Kévin:3, Jordan:4, Dylan:4, Enzo:3,
    Lucas:5, Hugo:5, Théo:4, Quentin:5, Clément:6, Baptiste:4, Corentin:3, Valentin:4, Adrien:5, Arnaud:5, Sylvain:6,
    Mohamed:6, Karim:5, Rachid:4, Mustapha:3, Youssef:4, Ahmed:3, Hakim:3, Farid:3, Samir:4, Nabil:3, Bilal:2, Sofiane:3,
    Mamadou:3, Ibrahima:3, Moussa:2, Abdoulaye:2, Cheikh:2, Boubacar:2, José:3, Manuel:3, Antonio:3, Paulo:2, Miguel:2,
    Giovanni:1, Marco:1, Piotr:1, Pawel:1, Ion:1, Mihai:1, Minh:1, Van:1, Kader:2, Gilles:4, Hervé:4, Régis:3, Joël:4,
    Serge:3, Roland:2, Didier:5, Marc:5, Xavier:4, Tony:3, Steeve:2, Teddy:2, Emmanuel:5, Grégory:5, Aurélien:5`),
}

/** English given names and families, for the export company. */
export const englishGivenNames: Record<'f' | 'm', Weighted> = {
  f: parse(`Emily:4, Charlotte:4, Rachel:3, Gemma:3, Siobhan:2, Fiona:3, Megan:3, Nisha:2, Zainab:1, Ruth:2, Eilidh:2,
    Bethan:2, Ingrid:2, Astrid:1, Sinead:2, Harriet:2, Joanna:2, Chidi:1, Leanne:3, Imogen:2`),
  m: parse(`James:4, Daniel:4, Craig:3, Gareth:3, Rhys:2, Angus:2, Declan:3, Liam:3, Ravi:2, Imran:2, Stuart:3, Neil:3,
    Graham:2, Anders:2, Lars:1, Connor:3, Ewan:2, Tom:3, Kwame:1, Martin:3`),
}

export const englishFamilyNames: Weighted =
  parse(`Hargreaves:2, Mackay:3, Doyle:3, Fenwick:2, Okafor:1, Lindgren:1, Mistry:2,
  Sutcliffe:2, Byrne:3, Gallagher:2, Pugh:2, Bevan:2, Sinclair:3, Thorne:2, Ashworth:2, Kavanagh:2, Patel:3, Rowntree:1,
  Haldane:2, Ferris:2, Nordström:1, Quigley:2, Marsden:3, Abbott:2, Khan:2, Larkin:2, Bairstow:2, Elwood:1`)

/** Families met around the six sites: west, south-west, Jura, Rhône valley, greater Paris. */
export const familyNames: Weighted =
  parse(`Martin:12, Bernard:9, Thomas:6, Petit:7, Robert:6, Richard:6, Durand:6, Dubois:7,
  Moreau:8, Laurent:6, Simon:5, Michel:5, Lefebvre:5, Leroy:6, Roux:6, David:5, Bertrand:5, Morel:6, Fournier:6, Girard:6,
  Bonnet:6, Dupont:5, Lambert:5, Rousseau:6, Vincent:4, Muller:3, Faure:5, André:4, Mercier:5, Blanc:5, Guérin:5, Boyer:4,
  Garnier:5, Chevalier:4, François:4, Legrand:4, Gauthier:4, Garcia:6, Perrin:4, Robin:4, Clément:4, Morin:5, Nicolas:3,
  Henry:3, Roussel:4, Mathieu:3, Gautier:3, Masson:4, Marchand:4, Duval:3, Denis:3, Dumont:3, Marie:2, Lemaire:3, Noël:3,
  Meyer:2, Dufour:3, Meunier:3, Brun:4, Blanchard:4, Giraud:4, Joly:4, Rivière:3, Lucas:3, Brunet:3, Gaillard:3, Barbier:3,
  Arnaud:3, Martinez:4, Gérard:3, Roche:3, Renard:2, Schmitt:1, Roy:3, Leroux:3, Colin:2, Vidal:4, Caron:2, Picard:2,
  Roger:2, Fabre:4, Aubert:2, Lemoine:2, Renaud:3, Dumas:3, Lacroix:2, Olivier:2, Philippe:2, Bourgeois:2, Pierre:2,
  Benoît:2, Rey:3, Leclerc:2, Payet:1, Rolland:2, Leclercq:1, Guillaume:2, Lecomte:2, Lopez:3, Jean:2, Dupuy:3, Guillot:3,
  Hubert:2, Berger:2, Carpentier:2, Sanchez:3, Dupuis:2, Moulin:2, Louis:1, Deschamps:2, Huet:2, Vasseur:1, Perez:3,
  Boucher:2, Fleury:2, Royer:2, Klein:1, Jacquet:3, Adam:1, Paris:1, Poirier:3, Marty:3, Aubry:2, Guyot:3, Carré:1,
  Charles:1, Renault:1, Charpentier:2, Ménard:3, Maillard:2, Baron:3, Bertin:2, Bailly:3, Hervé:2, Schneider:1, Fernandez:3,
  Le Gall:2, Collet:2, Léger:2, Bouvier:3, Julien:1, Prévost:1, Millet:2, Perrot:2, Daniel:1, Le Roux:2, Cousin:2,
  Germain:1, Breton:2, Besson:2, Langlois:1, Rémy:1, Le Goff:2, Pelletier:2, Lévêque:1, Perrier:2, Leblanc:1, Barré:2,
  Lebrun:2, Marchal:1, Weber:1, Mallet:1, Hamon:2, Boulanger:1, Jacob:1, Monnier:2, Michaud:2, Rodriguez:3, Guichard:2,
  Gillet:2, Étienne:1, Grondin:1, Poulain:1, Tessier:2, Chevallier:2, Collin:1, Chauvin:3, Da Silva:4, Ferreira:4, Pereira:3,
  Rodrigues:3, Fernandes:2, Gomes:2, Lopes:2, Carvalho:2, Teixeira:2, Retailleau:4, Gaborieau:3, Brémond:2, Guilbault:3,
  Rabouin:2, Bossard:3, Cesbron:3, Chupin:2, Humeau:3, Sauvêtre:1, Cabrol:3, Bonnafous:2, Sarda:1, Rouquette:2, Alquier:1,
  Galibert:1, Azaïs:1, Jacquemin:2, Vuillermoz:3, Prost:3, Bouvet:2, Grandclément:1, Bourgeat:1, Chapuis:2, Chabert:2,
  Brunel:2, Traoré:3, Diallo:3, Diop:2, Sow:2, Ba:2, Cissé:2, Camara:2, Coulibaly:2, Konaté:1, Koné:1, Sissoko:1,
  Benali:3, Haddad:2, Amrani:2, Belkacem:1, Bouzid:2, Cherif:2, Mansouri:2, Saïdi:2, Hamdi:2, Ziani:1, Boukhalfa:1,
  Slimani:1, El Amrani:2, Benhamou:1, Toumi:1, Nguyen:3, Pham:1, Tran:2, Le:1, Kowalski:1, Nowak:1, Popescu:1, Ionescu:1,
  Rossi:1, Ricci:1, Yilmaz:2, Demir:1, Kaya:1, Ndiaye:2, Mbaye:1, Mendy:1, Kouassi:1, Mbemba:1`)
