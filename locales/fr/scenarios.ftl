# The alert operator reads these in the back-office: the name of each scenario,
# when to use it, and the fields to fill in (content/scenarios.toml).

## Scenarios

scenario-gas-leak-name = Fuite de gaz
scenario-gas-leak-hint = Gaz qui s’échappe en rue ou dans un bâtiment, avec un périmètre à quitter. Pour une consigne de confinement, prenez « Fumée toxique » ou le texte libre.
scenario-toxic-smoke-name = Fumée toxique
scenario-toxic-smoke-hint = Fumée ou nuage dangereux qui se déplace : la population doit rester à l’intérieur.
scenario-fire-name = Incendie
scenario-fire-hint = Grand incendie dont il faut s’écarter. Si la fumée est le danger principal, prenez « Fumée toxique ».
scenario-flood-name = Inondation
scenario-flood-hint = Crue, débordement d’égouts ou fortes pluies qui inondent rues, caves ou tunnels.
scenario-storm-name = Tempête
scenario-storm-hint = Vent violent en cours ou annoncé. Pour la seule fermeture des parcs, prenez « Parcs fermés ».
scenario-heat-name = Forte chaleur
scenario-heat-hint = Période de chaleur dangereuse pour la santé.
scenario-cold-name = Grand froid
scenario-cold-hint = Période de froid intense, de neige ou de verglas.
scenario-power-cut-name = Panne d’électricité
scenario-power-cut-hint = Coupure qui touche plusieurs rues ou une commune et qui dure.
scenario-water-not-drinkable-name = Eau du robinet non potable
scenario-water-not-drinkable-hint = L’autorité compétente déconseille de boire l’eau du robinet.
scenario-emergency-numbers-outage-name = Panne des numéros d’urgence
scenario-emergency-numbers-outage-hint = Les appels au 112 ou au 101 n’aboutissent pas ou mal. Les consignes fonctionnent sans ces numéros.
scenario-demonstration-name = Manifestation
scenario-demonstration-hint = Manifestation prévue ou en cours qui gêne les déplacements. Restez neutre : ni cause, ni organisation, ni opinion.
scenario-traffic-disruption-name = Circulation perturbée
scenario-traffic-disruption-hint = Accident grave, tunnel fermé, métro arrêté ou autre perturbation importante.
scenario-suspicious-object-name = Objet suspect
scenario-suspicious-object-hint = Périmètre de police autour d’un colis ou d’un véhicule suspect.
scenario-terrorist-threat-name = Menace terroriste
scenario-terrorist-threat-hint = Attaque en cours ou menace précise confirmée par l’autorité compétente. N’indiquez jamais la position de la police.
scenario-missing-person-name = Personne disparue
scenario-missing-person-hint = Uniquement si la police publie un avis de recherche et demande de le diffuser. Ne reprenez que ce que l’avis contient ; pas de nom ni de donnée de santé dans les champs.
scenario-park-closed-name = Parcs fermés
scenario-park-closed-hint = Fermeture d’un ou de plusieurs parcs, par exemple en cas de vent fort.
scenario-avoid-area-name = Zone à éviter
scenario-avoid-area-hint = Incident ou intervention dont la nature n’est pas encore connue ou ne peut pas être communiquée.
scenario-provincial-phase-name = Phase provinciale de crise
scenario-provincial-phase-hint = Déclenchement de la phase provinciale. Envoyez aussi une alerte propre au danger s’il y a une consigne concrète.
scenario-crisis-centre-activation-name = Centre de crise régional activé
scenario-crisis-centre-activation-hint = Le centre de crise régional est activé et l’autorité souhaite le faire savoir. Pas d’action attendue du public.
scenario-planned-event-name = Événement prévu
scenario-planned-event-hint = Fête, sommet, compétition ou autre événement annoncé, avec un effet sur les déplacements.
scenario-health-measure-name = Mesure de santé publique
scenario-health-measure-hint = Mesure décidée par une autorité sanitaire. Ajoutez la mesure elle-même, en clair, dans chaque langue.
scenario-drill-name = Exercice
scenario-drill-hint = Exercice des services de secours. Le message porte le mot « exercice » et n’atteint que les abonnés de test.
scenario-free-text-name = Texte libre
scenario-free-text-hint = Aucun scénario ne convient. Vous écrivez tous les textes ; le français et le néerlandais sont obligatoires.

## Fields

param-place-label = Lieu
param-place-help = Rue, place, parc ou quartier, sous son nom officiel, en français et en néerlandais s’il en a deux. 80 signes au plus. Ce nom paraît tel quel dans toutes les langues.
param-radius-label = Distance en mètres
param-radius-help = Distance de sécurité fixée par les services de secours, en mètres, en chiffres. Laissez vide si elle n’est pas fixée.
param-from-label = Début
param-from-help = Date et heure de début prévues. Laissez vide si cela vaut dès maintenant.
param-until-label = Fin prévue
param-until-help = Date et heure de fin ou de rétablissement prévues. Laissez vide si vous ne les connaissez pas : le texte le dira.
param-since-label = Dernière fois vue
param-since-help = Date et heure données par l’avis de la police.
param-numbers-label = Numéros touchés
param-numbers-help = Seulement les chiffres, par exemple « 112 ». Laissez vide si le 112 et le 101 sont tous deux touchés.
param-people-label = Personnes attendues
param-people-help = Nombre estimé, en chiffres, sans point ni espace. Laissez vide s’il n’est pas connu ou ne doit pas être publié.
param-name-label = Nom de l’événement
param-name-help = Nom propre de l’événement, 80 signes au plus. Il paraît tel quel dans toutes les langues.
