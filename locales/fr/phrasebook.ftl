# The crisis phrasebook: every word of an alert that the portal writes itself.
# Arguments: $areas is a formatted list of municipalities; the others are the
# parameters of the scenario (content/scenarios.toml). An optional parameter
# that was not filled in arrives as the text "none".

## gas-leak

alert-gas-leak-event = Fuite de gaz
alert-gas-leak-headline = Fuite de gaz – { $areas } : éloignez-vous
alert-gas-leak-description = Une fuite de gaz est en cours. Lieu : { $place }. Zone concernée : { $areas }. Les services de secours interviennent.
alert-gas-leak-instruction =
    { $radius ->
        [none] Éloignez-vous de ce lieu : { $place }.
       *[other] Éloignez-vous à plus de { $radius } de ce lieu : { $place }.
    }
    Partez à pied. Ne démarrez pas de véhicule.
    Pas de flamme, pas de cigarette.
    À l’intérieur, ne touchez ni interrupteur ni sonnette. N’utilisez pas le téléphone.
    Vous sentez le gaz chez vous ? Ouvrez les fenêtres si cela ne vous retarde pas. Sortez par l’escalier, sans prendre l’ascenseur.
    Appelez le 112 une fois dehors, seulement en cas de danger.
    Revenez quand les autorités disent que c’est possible.

## toxic-smoke

alert-toxic-smoke-event = Fumée toxique
alert-toxic-smoke-headline = Fumée toxique – { $areas } : restez à l’intérieur
alert-toxic-smoke-description = Une fumée dangereuse pour la santé se propage. Origine : { $place }. Zone concernée : { $areas }.
alert-toxic-smoke-instruction =
    { $radius ->
        [none] Entrez dans un bâtiment et restez-y. Origine de la fumée : { $place }.
       *[other] Entrez dans un bâtiment et restez-y, surtout à moins de { $radius } de ce lieu : { $place }.
    }
    Fermez les portes et les fenêtres.
    Arrêtez la ventilation, la hotte et la climatisation.
    Pas d’abri tout près ? Éloignez-vous de la fumée en marchant de côté par rapport au vent.
    En voiture : fermez les vitres, coupez la ventilation, quittez la zone.
    N’allez pas chercher les enfants : l’école les met à l’abri.
    Appelez le 112 seulement en cas de danger ou si quelqu’un respire mal.
    Attendez la fin de l’alerte pour sortir et aérer.

## fire

alert-fire-event = Incendie
alert-fire-headline = Incendie – { $areas } : restez à distance
alert-fire-description = Un incendie est en cours. Lieu : { $place }. Zone concernée : { $areas }. Les pompiers interviennent.
alert-fire-instruction =
    { $radius ->
        [none] N’approchez pas de ce lieu : { $place }.
       *[other] Restez à plus de { $radius } de ce lieu : { $place }.
    }
    Laissez la voie libre aux secours.
    La fumée vient vers vous ? Entrez, fermez portes et fenêtres, arrêtez la ventilation.
    Le feu est dans votre bâtiment ? Sortez, fermez les portes derrière vous, ne prenez pas l’ascenseur.
    La fumée bloque la sortie ? Restez dans une pièce fermée, bouchez le bas de la porte, montrez-vous à la fenêtre.
    Appelez le 112 si vous êtes en danger.
    Ne rentrez pas avant l’accord des pompiers.

## flood

alert-flood-event = Inondation
alert-flood-headline = Inondation – { $areas } : mettez-vous en hauteur
alert-flood-description =
    L’eau monte ou peut monter vite. { $place ->
        [none] Plusieurs endroits peuvent être touchés.
       *[other] Lieu : { $place }.
    } Zone concernée : { $areas }.
alert-flood-instruction =
    { $place ->
        [none] Quittez les caves, les parkings souterrains et les rues basses.
       *[other] Éloignez-vous de ce lieu : { $place }. Quittez les caves et les parkings souterrains.
    }
    Si l’eau approche, montez à l’étage.
    Ne marchez pas et ne roulez pas dans l’eau, même peu profonde.
    Évitez les tunnels et le bord de l’eau.
    Coupez le courant et le gaz si vous pouvez le faire au sec et sans danger.
    Ne touchez pas un appareil électrique mouillé.
    Ne redescendez pas pour sauver des objets.
    Appelez le 112 si une personne est en danger.

## storm

alert-storm-event = Tempête
alert-storm-headline = Tempête – { $areas } : restez à l’abri
alert-storm-description =
    Un vent violent souffle ou est attendu. Des arbres et des objets peuvent tomber. Zone concernée : { $areas }. { $from ->
        [none] L’alerte vaut dès maintenant.
       *[other] Début prévu : { $from }.
    } { $until ->
        [none] L’heure de fin n’est pas encore connue.
       *[other] Fin prévue : { $until }.
    }
alert-storm-instruction =
    Restez à l’intérieur, loin des fenêtres.
    Rentrez ce qui peut s’envoler, seulement si le vent est encore faible.
    N’allez ni dans les parcs ni en forêt.
    Reportez vos déplacements. Ne vous garez pas sous un arbre.
    Dehors, éloignez-vous des arbres, des façades et des échafaudages.
    Ne touchez pas un câble tombé au sol.
    Ne montez pas sur le toit.
    Appelez le 112 seulement si une personne est en danger.

## heat

alert-heat-event = Forte chaleur
alert-heat-headline = Forte chaleur – { $areas } : buvez et restez au frais
alert-heat-description =
    Une forte chaleur est attendue ou en cours. Elle fatigue le corps, surtout celui des personnes âgées ou malades et des jeunes enfants. Zone concernée : { $areas }. { $from ->
        [none] L’alerte vaut dès maintenant.
       *[other] Début prévu : { $from }.
    } { $until ->
        [none] L’heure de fin n’est pas encore connue.
       *[other] Fin prévue : { $until }.
    }
alert-heat-instruction =
    Buvez souvent de l’eau, même sans soif.
    Restez au frais. Fermez rideaux et fenêtres le jour, aérez la nuit.
    Évitez le soleil et l’effort aux heures chaudes.
    Prenez des nouvelles des personnes seules ou fragiles.
    Ne laissez jamais une personne ou un animal dans une voiture.
    Ne vous baignez ni dans le canal ni dans les étangs.
    Quelqu’un est confus, très chaud ou perd connaissance ? Appelez le 112, mettez cette personne au frais et mouillez sa peau.

## cold

alert-cold-event = Grand froid
alert-cold-headline = Grand froid – { $areas } : restez au chaud
alert-cold-description =
    Un froid intense est attendu ou en cours. Le sol peut être glissant. Zone concernée : { $areas }. { $from ->
        [none] L’alerte vaut dès maintenant.
       *[other] Début prévu : { $from }.
    } { $until ->
        [none] L’heure de fin n’est pas encore connue.
       *[other] Fin prévue : { $until }.
    }
alert-cold-instruction =
    Limitez les sorties. Couvrez-vous bien, surtout la tête et les mains.
    Marchez et roulez lentement : risque de verglas.
    Ne vous chauffez pas avec un barbecue, un réchaud ou un four : risque d’intoxication au CO.
    Ne bouchez pas les grilles d’aération.
    Prenez des nouvelles des personnes seules ou fragiles.
    Maux de tête ou malaise près d’un chauffage ? Sortez à l’air libre et appelez le 112.
    Une personne dehors ne réagit plus ? Appelez le 112.

## power-cut

alert-power-cut-event = Panne d’électricité
alert-power-cut-headline = Panne d’électricité – { $areas }
alert-power-cut-description =
    Le courant est coupé. { $place ->
        [none] Plusieurs rues peuvent être touchées.
       *[other] Lieu : { $place }.
    } Zone concernée : { $areas }. { $until ->
        [none] L’heure du retour n’est pas encore connue.
       *[other] Retour prévu : { $until }.
    }
alert-power-cut-instruction =
    Éteignez plaques, four et fer à repasser.
    Prenez une lampe de poche plutôt qu’une bougie.
    Laissez le frigo et le congélateur fermés.
    Pas de barbecue ni de groupe électrogène à l’intérieur : risque d’intoxication au CO.
    Ne prenez pas l’ascenseur.
    Économisez la batterie de votre téléphone.
    Feux éteints ? Ralentissez et respectez les priorités.
    Aidez les voisins qui dépendent d’un appareil médical.
    N’appelez pas le 112 pour la panne, seulement si une personne est en danger.

## water-not-drinkable

alert-water-not-drinkable-event = Eau du robinet non potable
alert-water-not-drinkable-headline = Eau du robinet non potable – { $areas } : n’en buvez pas
alert-water-not-drinkable-description =
    Pour le moment, l’eau du robinet n’est pas potable. { $place ->
        [none] Toute la zone peut être touchée.
       *[other] Lieu : { $place }.
    } Zone concernée : { $areas }. { $until ->
        [none] L’heure de fin n’est pas encore connue.
       *[other] Fin prévue : { $until }.
    }
alert-water-not-drinkable-instruction =
    Ne buvez pas l’eau du robinet. N’en donnez pas aux animaux.
    Ne l’utilisez pas pour cuisiner, laver des aliments, préparer un biberon, faire des glaçons ou vous brosser les dents.
    Utilisez de l’eau en bouteille.
    Faire bouillir l’eau ne suffit pas toujours : faites-le seulement si les autorités le conseillent.
    Vous pouvez tirer la chasse. Pour la douche et la lessive, suivez les consignes des autorités.
    Vous êtes malade après en avoir bu ? Appelez votre médecin, ou le 112 si c’est grave.

## emergency-numbers-outage

alert-emergency-numbers-outage-event = Panne des numéros d’urgence
alert-emergency-numbers-outage-headline = Numéros d’urgence difficiles à joindre – { $areas }
alert-emergency-numbers-outage-description =
    { $numbers ->
        [none] Les appels au 112 et au 101 peuvent ne pas aboutir.
       *[other] Des appels d’urgence peuvent ne pas aboutir. Numéros touchés : { $numbers }.
    } Zone concernée : { $areas }. { $until ->
        [none] L’heure du rétablissement n’est pas encore connue.
       *[other] Rétablissement prévu : { $until }.
    }
alert-emergency-numbers-outage-instruction =
    En cas d’urgence, essayez une fois le 112, puis le 101, si possible aussi d’un autre téléphone.
    Pas de réponse ? Allez au poste de police, à la caserne de pompiers ou à l’hôpital le plus proche, ou envoyez quelqu’un.
    Demandez de l’aide aux personnes autour de vous. Faites signe à une patrouille ou à une ambulance.
    N’appelez pas pour tester.
    Gardez les lignes libres : envoyez des messages plutôt que de téléphoner.
    Prenez des nouvelles des voisins malades ou seuls.
    Un nouveau message vous dira quand les appels passent à nouveau.

## demonstration

alert-demonstration-event = Manifestation
alert-demonstration-headline = Manifestation – { $areas } : prévoyez un autre trajet
alert-demonstration-description =
    Une manifestation est prévue ou en cours. Lieu : { $place }. Zone concernée : { $areas }. { $from ->
        [none] L’information vaut dès maintenant.
       *[other] Début prévu : { $from }.
    } { $until ->
        [none] L’heure de fin n’est pas encore connue.
       *[other] Fin prévue : { $until }.
    } { $people ->
        [none] Le nombre de personnes attendues n’est pas connu.
        [one] Environ { $people } personne est attendue.
       *[other] Environ { $people } personnes sont attendues.
    }
alert-demonstration-instruction =
    Vous ne participez pas ? Évitez ce lieu : { $place }.
    Prévoyez plus de temps et vérifiez votre trajet avant de partir.
    Suivez les indications de la police sur place.
    Laissez le passage libre aux secours.
    Dans la foule, repérez les sorties et ne poussez pas. Si elle devient trop dense, partez par le côté.
    Tension près de vous ? Éloignez-vous calmement.
    En danger ? Police : 101. Ambulance et pompiers : 112.

## traffic-disruption

alert-traffic-disruption-event = Circulation perturbée
alert-traffic-disruption-headline = Circulation perturbée – { $areas }
alert-traffic-disruption-description =
    La circulation ou les transports publics sont fortement perturbés. Lieu : { $place }. Zone concernée : { $areas }. { $until ->
        [none] L’heure de fin n’est pas encore connue.
       *[other] Fin prévue : { $until }.
    }
alert-traffic-disruption-instruction =
    Évitez ce lieu : { $place }.
    Reportez votre déplacement ou prenez un autre chemin.
    Vérifiez votre trajet avant de partir.
    Dans une file, laissez un couloir libre pour les secours.
    Dans un métro, un tram ou un train arrêté, restez à bord et suivez le personnel. Ne descendez pas sur les voies.
    Appelez le 112 seulement si une personne est blessée ou en danger.

## suspicious-object

alert-suspicious-object-event = Objet suspect
alert-suspicious-object-headline = Objet suspect – { $areas } : restez à distance
alert-suspicious-object-description = La police contrôle un objet suspect. Lieu : { $place }. Zone concernée : { $areas }.
alert-suspicious-object-instruction =
    { $radius ->
        [none] Quittez ce lieu et ses abords : { $place }.
       *[other] Éloignez-vous à plus de { $radius } de ce lieu : { $place }.
    }
    Ne touchez à rien et ne déplacez rien.
    La police vous demande de rester à l’intérieur ? Tenez-vous loin des fenêtres.
    Respectez le périmètre et les consignes de la police.
    N’allez pas voir et ne filmez pas.
    Vous voyez un autre objet inquiétant ? Éloignez-vous d’abord, puis appelez le 101.
    Revenez quand la police rouvre le périmètre.

## terrorist-threat

alert-terrorist-threat-event = Menace terroriste
alert-terrorist-threat-headline = Menace terroriste – { $areas } : mettez-vous à l’abri
alert-terrorist-threat-description =
    Les autorités signalent une menace terroriste. { $place ->
        [none] Le lieu exact n’est pas communiqué.
       *[other] Lieu : { $place }.
    } Zone concernée : { $areas }.
alert-terrorist-threat-instruction =
    { $place ->
        [none] Fuyez le danger si un chemin sûr existe. Laissez vos affaires.
       *[other] Éloignez-vous de ce lieu si un chemin sûr existe : { $place }. Laissez vos affaires.
    }
    Sinon, cachez-vous : bloquez la porte, éteignez la lumière, coupez le son du téléphone.
    Une fois à l’abri, appelez le 112 ou le 101 pour demander de l’aide ou dire ce que vous avez vu.
    Devant la police, montrez vos mains vides et suivez ses ordres.
    Ailleurs, restez à l’intérieur et n’allez pas sur place.
    Ne publiez ni images de la police ni rumeurs.
    Suivez les informations officielles.

## missing-person

alert-missing-person-event = Personne disparue
alert-missing-person-headline = Personne disparue – { $areas } : la police demande votre aide
alert-missing-person-description = La police recherche une personne disparue. Dernier lieu connu : { $place }. Depuis : { $since }. Zone concernée : { $areas }.
alert-missing-person-instruction =
    Lisez l’avis de recherche de la police.
    Dernier lieu connu : { $place }. Regardez aussi dans votre jardin, votre cave et votre garage.
    Vous pensez voir cette personne maintenant ? Appelez le 101 et dites où.
    Elle est en danger ou blessée ? Appelez le 112.
    N’intervenez pas sans aide et ne menez pas votre propre enquête.
    Partagez seulement l’avis officiel, sans photo ni commentaire de votre part.
    La personne est retrouvée ? Effacez ce que vous avez partagé.

## park-closed

alert-park-closed-event = Parcs fermés
alert-park-closed-headline = Parcs fermés – { $areas }
alert-park-closed-description =
    { $place ->
        [none] Les parcs et espaces verts sont fermés pour votre sécurité.
       *[other] Cet espace vert est fermé pour votre sécurité : { $place }.
    } Zone concernée : { $areas }. { $until ->
        [none] L’heure de réouverture n’est pas encore connue.
       *[other] Réouverture prévue : { $until }.
    }
alert-park-closed-instruction =
    { $place ->
        [none] N’entrez pas dans les parcs, même si une grille est ouverte.
       *[other] N’entrez pas ici, même si une grille est ouverte : { $place }.
    }
    Vous y êtes déjà ? Partez par la sortie la plus proche, en évitant les arbres.
    Ne franchissez ni barrière ni ruban.
    Prenez un autre chemin.
    Attendez que la réouverture soit annoncée.
    Appelez le 112 seulement si une personne est en danger.

## avoid-area

alert-avoid-area-event = Zone à éviter
alert-avoid-area-headline = Zone à éviter – { $areas }
alert-avoid-area-description =
    Un incident est en cours. Lieu : { $place }. Zone concernée : { $areas }. { $until ->
        [none] L’heure de fin n’est pas encore connue.
       *[other] Fin prévue : { $until }.
    }
alert-avoid-area-instruction =
    { $radius ->
        [none] N’allez pas à cet endroit : { $place }.
       *[other] Restez à plus de { $radius } de cet endroit : { $place }.
    }
    Vous êtes dehors, sur place ? Partez calmement.
    Vous êtes à l’intérieur ? Restez-y, sauf si les services de secours vous demandent de sortir.
    Laissez le passage libre aux secours.
    N’allez pas voir et ne filmez pas les personnes.
    Appelez le 112 seulement en cas de danger.

## provincial-phase

alert-provincial-phase-event = Phase provinciale de crise
alert-provincial-phase-headline = Phase provinciale de gestion de crise – { $areas }
alert-provincial-phase-description =
    La phase provinciale de gestion de crise est déclenchée : l’action des services est coordonnée pour toute la Région. Zone concernée : { $areas }. { $from ->
        [none] La décision vaut dès maintenant.
       *[other] Début : { $from }.
    }
alert-provincial-phase-instruction =
    Cette décision organise le travail des services. À elle seule, elle ne vous impose rien.
    Suivez les consignes données pour votre commune.
    Informez-vous auprès des sources officielles. Ne relayez pas de rumeurs.
    Gardez votre téléphone chargé.
    Prenez des nouvelles des personnes seules ou fragiles.
    N’appelez pas le 112 ou le 101 pour une information, seulement en cas de danger.

## crisis-centre-activation

alert-crisis-centre-activation-event = Centre de crise régional activé
alert-crisis-centre-activation-headline = Centre de crise régional activé – { $areas }
alert-crisis-centre-activation-description =
    Le centre de crise régional est activé. Il suit la situation et coordonne les services. Zone concernée : { $areas }. { $from ->
        [none] La décision vaut dès maintenant.
       *[other] Début : { $from }.
    }
alert-crisis-centre-activation-instruction =
    Les services suivent la situation de près. Vous n’avez rien de spécial à faire pour l’instant.
    Suivez les consignes si un message vous en donne.
    Informez-vous auprès des sources officielles. Ne relayez pas de rumeurs.
    Gardez votre téléphone chargé.
    N’appelez pas le 112 ou le 101 pour une information, seulement en cas de danger.

## planned-event

alert-planned-event-event = Événement prévu
alert-planned-event-headline = Événement prévu – { $name }
alert-planned-event-description =
    { $name }. Lieu : { $place }. Zone concernée : { $areas }. Début prévu : { $from }. { $until ->
        [none] L’heure de fin n’est pas encore connue.
       *[other] Fin prévue : { $until }.
    } { $people ->
        [none] Le nombre de personnes attendues n’est pas connu.
        [one] Environ { $people } personne est attendue.
       *[other] Environ { $people } personnes sont attendues.
    }
alert-planned-event-instruction =
    Prévoyez plus de temps autour de ce lieu : { $place }.
    Venez de préférence à pied, à vélo ou en transports publics.
    Vérifiez votre trajet avant de partir.
    Sur place, repérez les sorties et les postes de secours. Convenez d’un point de rendez-vous.
    Ne laissez pas de sac sans surveillance.
    Suivez les indications des organisateurs et de la police.
    En danger ? Police : 101. Ambulance et pompiers : 112.

## health-measure

alert-health-measure-event = Mesure de santé publique
alert-health-measure-headline = Mesure de santé publique – { $areas }
alert-health-measure-description =
    Les autorités prennent une mesure pour protéger la santé de la population. Zone concernée : { $areas }. { $from ->
        [none] La mesure vaut dès maintenant.
       *[other] Début : { $from }.
    } { $until ->
        [none] La date de fin n’est pas encore connue.
       *[other] Fin prévue : { $until }.
    }
alert-health-measure-instruction =
    Lisez la mesure sur la page de l’alerte et appliquez-la.
    Lavez-vous souvent les mains et aérez les pièces.
    Vous êtes malade ? Restez chez vous et téléphonez à votre médecin avant d’y aller.
    Protégez les personnes fragiles autour de vous.
    N’arrêtez pas un traitement sans avis médical.
    N’allez pas aux urgences pour une simple information.
    Appelez le 112 seulement si une vie est en danger.

## drill

alert-drill-event = Exercice
alert-drill-headline = Les services de secours s’entraînent : { $areas }
alert-drill-description =
    Les services de secours s’entraînent. { $place ->
        [none] Il n’y a aucun danger.
       *[other] Il n’y a aucun danger. Lieu : { $place }.
    } Zone concernée : { $areas }. { $from ->
        [none] L’exercice a lieu maintenant.
       *[other] Début prévu : { $from }.
    } { $until ->
        [none] L’heure de fin n’est pas encore connue.
       *[other] Fin prévue : { $until }.
    }
alert-drill-instruction =
    Ceci est un exercice. Vous n’avez rien à faire.
    Vous pouvez voir des véhicules de secours et des personnes qui jouent un rôle.
    { $place ->
        [none] Laissez les équipes travailler et gardez vos distances.
       *[other] Laissez les équipes travailler et n’approchez pas de ce lieu : { $place }.
    }
    N’appelez ni le 112 ni le 101 au sujet de l’exercice.
    Un vrai danger ? Appelez le 112 ou le 101 comme d’habitude.

## Messages of every scenario

alert-all-clear-event = Fin d’alerte : { $event }
alert-all-clear-headline = Fin de l’alerte – { $event } – { $areas }
alert-all-clear-description = L’alerte suivante est terminée : { $event }. Zone concernée : { $areas }.
alert-all-clear-instruction =
    L’alerte est levée. Vous pouvez reprendre vos activités.
    Suivez encore les indications données sur place.
    Après une alerte à la fumée ou au gaz, aérez bien.
    N’appelez pas le 112 pour une information.
    Merci d’avoir suivi les consignes.
alert-cancelled-event = Alerte annulée : { $event }
alert-cancelled-headline = Alerte envoyée par erreur – { $event } – { $areas }
alert-cancelled-description = L’alerte suivante a été envoyée par erreur et est annulée : { $event }. Zone concernée : { $areas }.
alert-cancelled-instruction =
    N’en tenez pas compte. Vous n’avez rien à faire.
    N’appelez pas le 112 ou le 101 à ce sujet.
    Si vous l’avez partagée, dites que c’était une erreur.
    Veuillez nous excuser.
alert-update-prefix = MISE À JOUR
alert-exercise-prefix = EXERCICE – ceci n’est pas une vraie alerte
alert-exercise-note = Ce message fait partie d’un exercice. Il n’y a aucun danger et vous n’avez rien à faire.
alert-test-prefix = TEST
push-update-title = MISE À JOUR { $number } – { $headline }
push-all-clear-title = FIN D’ALERTE – { $headline }
push-cancelled-title = ANNULÉE – { $headline }
push-test-title = Test réussi
push-test-body = Ce téléphone ou cet ordinateur peut recevoir les alertes de safe.brussels. Ceci est un test : vous n’avez rien à faire.
alert-next-update = Prochaine information : { $time }
alert-issued-by = Émise par : { $authority }
authority-safe-brussels = safe.brussels
authority-high-official = Haut fonctionnaire
authority-minister-president = Ministre-Président de la Région de Bruxelles-Capitale
authority-mayor = Bourgmestre – { $areas }
alert-not-be-alert = Ce service complète BE-Alert, le 112 et le 101. Il ne les remplace pas.
