# How citizens read the values of an alert (CAP 1.2, section 3.2). An id is the
# name of the element and its value in lower case.

## Severity: how serious the event is (CAP 1.2, severity)

severity-extreme = Extrême
severity-severe = Grave
severity-moderate = Modérée
severity-minor = Mineure
severity-unknown = Gravité inconnue

## Urgency: how soon to act (CAP 1.2, urgency)

urgency-immediate = Agir maintenant
urgency-expected = Agir bientôt
urgency-future = Se préparer
urgency-past = Passé, plus rien à faire
urgency-unknown = Urgence inconnue

## Certainty: how sure it is (CAP 1.2, certainty)

certainty-observed = Constaté
certainty-likely = Probable
certainty-possible = Possible
certainty-unlikely = Peu probable
certainty-unknown = Certitude inconnue

## Category: what kind of event (CAP 1.2, category)

category-geo = Sol et tremblements de terre
category-met = Météo et inondations
category-safety = Sécurité publique
category-security = Menaces et maintien de l’ordre
category-rescue = Recherche et sauvetage
category-fire = Incendie
category-health = Santé
category-env = Environnement et pollution
category-transport = Circulation et transports
category-infra = Électricité, eau, télécoms
category-cbrne = Produits dangereux
category-other = Autre

## Response: what people are asked to do (CAP 1.2, responseType)

response-shelter = Se mettre à l’abri
response-evacuate = Quitter les lieux
response-prepare = Se préparer
response-execute = Appliquer la consigne
response-avoid = Éviter le lieu ou le danger
response-monitor = Suivre l’information
response-assess = Évaluer la situation
response-allclear = Fin du danger
response-none = Rien à faire

## State of an alert on the portal

state-active = En cours
state-ended = Terminée
state-cancelled = Annulée
state-expired = Expirée

## Status of a message (CAP 1.2, status)

status-actual = Réel
status-exercise = Exercice
status-test = Test technique
status-system = Message technique
status-draft = Brouillon

## Type of a message (CAP 1.2, msgType)

msgtype-alert = Alerte
msgtype-update = Mise à jour
msgtype-cancel = Annulation

## Level of crisis management

level-communal = Communal
level-provincial = Provincial
level-federal = Fédéral

## Languages, as readers of this file call them (their own names: `language-name`)

language-fr = français
language-nl = néerlandais
language-en = anglais
language-de = allemand
language-ar = arabe
language-tr = turc
language-es = espagnol
language-uk = ukrainien
language-ru = russe
language-pl = polonais
language-pt = portugais
language-ro = roumain
language-bg = bulgare
language-it = italien
language-sq = albanais
language-fa = persan
language-ps = pachto
language-ti = tigrigna
language-so = somali
