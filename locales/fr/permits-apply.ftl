### Weapons permits: words of the applicant’s pages. Questions and documents are in content/permits.

## Days, times, amounts

permits-time = { $hour } h { $minute }
permits-money = { $euro },{ $cents } €
permits-size-mb = { $size } Mo
permits-size-kb = { $size } ko
permits-day = Jour
permits-month = Mois
permits-year = Année

## Around every page

permits-signed-in-as = Connexion au nom de : { $name }
permits-title-error = Erreur : { $title }
permits-back-to-file = Retour au dossier
permits-choose = Choisissez
permits-save-row = Enregistrer
permits-cancel = Annuler
permits-nothing-said = Pas de réponse
permits-no-document = Pas encore de document
permits-tasks-done = Tâches faites : { $done } sur { $count }
permits-if-applicable = si nécessaire

## Signing in

permits-sign-in-lede = Votre demande contient des données personnelles. Vous vous connectez avec votre identité officielle, et le site ne garde aucun mot de passe.
permits-sign-in-invited = Une question vous est posée personnellement. Connectez-vous avec votre identité officielle pour la lire et y répondre : personne d’autre ne peut le faire à votre place. Le site ne garde aucun mot de passe.
permits-sign-in-none = La connexion avec une identité officielle n’est pas encore ouverte ici.
permits-demo-title = Démonstration
permits-demo-text = Ces personnes n’existent pas. Choisissez-en une pour essayer le formulaire. N’écrivez pas de vraies données.

## What was just done

permits-note-ended = Votre session est terminée. Après la connexion, vous revenez à la même page. Ce que vous aviez envoyé est enregistré.
permits-note-first = Connectez-vous d’abord. Vous arrivez ensuite à la page que vous avez choisie.
permits-note-left = Vous avez fermé votre session. Votre travail est enregistré.
permits-note-again = La connexion a pris trop de temps ou vient d’un autre navigateur. Recommencez.
permits-note-cancelled = La connexion a été interrompue. Vous pouvez recommencer.
permits-note-refused = La connexion n’a pas pu être vérifiée. Recommencez, avec votre eID ou itsme.
permits-note-saved = C’est enregistré.
permits-note-uploaded = Le fichier est ajouté.
permits-note-removed = Le fichier est retiré.
permits-note-erased = Le brouillon et ses documents sont effacés.
permits-note-withdrawn = Votre dossier est retiré. Le service n’y donne pas suite.
permits-note-already-sent = Ce dossier a déjà été envoyé. Rien n’a été fait deux fois.
permits-note-other-tab = Ce dossier a changé dans un autre onglet. Voici la dernière version. Ce que vous venez d’écrire n’a rien remplacé : recopiez-le si nécessaire.
permits-note-answered = Votre réponse est enregistrée. Le service la lit.
permits-note-appealed = Un recours est déjà noté. Vous ne devez plus préparer de lettre.

## Files of a person

permits-no-files = Vous n’avez pas encore de dossier.
permits-for-company = Pour { $company }, avec un mandat
permits-whoever-began = La personne qui a commencé le dossier
permits-about-whoever-began = Ces questions portent sur la personne qui a commencé le dossier, pas sur vous.
permits-changed-at = Dernier changement : { $date }
permits-report-change = Signaler un changement
permits-resume-anywhere = Vos réponses sont enregistrées à chaque page. Vous pouvez continuer plus tard, sur un autre appareil.
permits-file-language = Langue du dossier
permits-file-title = Dossier { $reference }
permits-task-too-old = Trop ancien
permits-task-optional = Si vous l’avez
permits-state-recorded = Enregistré
permits-state-control-not-in-order = Le service a des questions
permits-state-erased = Effacé
permits-erase-draft = Effacer ce brouillon
permits-erase-draft-text = Vos réponses et vos documents sont effacés tout de suite. Ce n’est pas réversible.
permits-withdraw = Retirer ma demande
permits-withdraw-text = Le service arrête l’examen de ce dossier. La redevance n’est pas remboursée. Le dossier est gardé pendant la durée prévue.

permits-what-you-sent = Ce que vous avez envoyé
permits-your-documents = Vos documents
permits-document-notice-answer = Pièce jointe à votre réponse
permits-harmful = { $count ->
    [one] Nous avons supprimé un de vos documents
   *[other] Nous avons supprimé { $count } de vos documents
}
permits-harmful-text = Notre antivirus a trouvé un programme nuisible. Si le service a encore besoin d’un document, il vous le demandera. Vérifiez votre appareil avant d’envoyer autre chose.
permits-consents-private = Chaque personne répond librement. Seul le service voit les réponses.
permits-consents-answered = Réponses reçues : { $answered } sur { $asked }.
permits-looks-count = { $count ->
    [one] { $count } consultation
   *[other] { $count } consultations
}

## What happens next, by state of the file

permits-owes = La redevance reste à payer.
permits-next-submitted = Le service des armes va regarder si votre dossier est complet. Vous recevez un message si quelque chose manque.
permits-next-completeness = Le service vérifie vos documents et vos réponses. Vous n’avez rien à faire pour l’instant.
permits-next-missing-items = Votre dossier avance dès que vous répondez au service.
permits-next-advice = Le service attend les avis demandés. Vous n’avez rien à faire pour l’instant.
permits-next-notice = Lisez ce que le service envisage. Vous pouvez répondre avec vos arguments et vos pièces.
permits-next-answered = Le service lit votre réponse. Vous n’avez rien d’autre à faire pour l’instant.
permits-next-notice-over = Le service poursuit l’examen de votre dossier. Vous n’avez rien à faire pour l’instant.
permits-next-drafting = Le service prépare la décision. Vous n’avez rien à faire pour l’instant.
permits-next-overdue = Le délai pour décider est dépassé. Vous pouvez introduire un recours, ou attendre : le service peut encore décider.
permits-next-overdue-long = Le délai pour décider est dépassé. Le service peut encore décider. Lisez ci-dessous ce qu’il en est du recours.
permits-next-granted = Votre demande est acceptée. La suite se trouve dans vos autorisations.
permits-next-granted-conditions = Votre demande est acceptée. Lisez bien les conditions. La suite se trouve dans vos autorisations.
permits-next-refused = Votre demande est refusée. La décision dit pourquoi, et comment vous pouvez la contester.
permits-next-inadmissible = Votre demande n’a pas pu être examinée sur le fond. La décision dit pourquoi, et comment vous pouvez la contester.
permits-next-withdrawn = Vous avez retiré cette demande. Le service n’y donne pas suite.
permits-next-appealed = Votre recours est noté. Tant qu’il n’y a pas de réponse, la décision reste d’application. Vous n’avez rien à faire ici pour l’instant.
permits-next-appeal-minister = Le ministre a rejeté votre recours. Vous lisez ci-dessous jusqu’à quand vous pouvez encore aller au Conseil d’État.
permits-next-appeal-council-of-state = Le Conseil d’État a rejeté votre recours. La décision est définitive.
permits-next-reversed = Votre recours a abouti : la décision est annulée. Le service reprend votre dossier pour prendre une nouvelle décision. Vous n’avez rien à faire pour l’instant.

## Parts of an address

permits-address-street = Rue
permits-address-number = Numéro
permits-address-box = Boîte (facultatif)
permits-address-postcode = Code postal
permits-address-municipality = Commune
permits-add-row = Ajouter : { $what }
permits-add-wanted-weapon = Ajouter une arme
permits-add-held-weapon = Ajouter une arme
permits-add-cohabitant = Ajouter une personne
permits-add-officer = Ajouter une personne
permits-row-title = { $what } – n° { $number }
permits-row-numbered = { $number }. { $row }

## Checking and sending

permits-error-cohabitant-self = Indiquez une autre personne : vous ne donnez pas d’accord à votre propre demande
permits-error-cohabitant-twice = Cette personne est déjà dans la liste. Pour deux personnes du même nom nées le même jour, écrivez tous leurs prénoms
permits-error-cohabitant-unnamed = Écrivez le nom de cette personne en lettres. Si elle n’a qu’un seul nom, indiquez-le ici
permits-error-company-fixed = Seule la personne qui a commencé ce dossier peut changer la société. La réponse d’avant est de nouveau ici
permits-error-file-choose-again = Choisissez à nouveau le fichier, après avoir corrigé la date
permits-send-explained = Après l’envoi, vous recevez un numéro de dossier. Vous ne pourrez plus modifier vos réponses vous-même.
permits-your-answers = Vos réponses
permits-history = Historique
permits-service = Service des armes
permits-event-received = Dossier reçu
permits-event-suspended = Le délai est suspendu
permits-event-resumed = Le délai reprend
permits-event-extended = Le délai est prolongé
permits-event-withdrawn = Demande retirée
permits-event-decided = Décision prise
permits-purpose-handling = le traitement du dossier
permits-purpose-advice = un avis
permits-purpose-legal-check = le contrôle juridique
permits-purpose-decision = la décision
permits-purpose-payment = le paiement
permits-purpose-mandate = la suite du dossier
permits-purpose-document = la lecture d’un document
permits-look-weapons-clerk = une personne du service des armes
permits-look-legal = une ou un juriste du service
permits-look-high-official = la personne qui décide (le haut fonctionnaire)
permits-look-adviser = une autorité consultée (police, parquet ou commune)
permits-look-mandated = une personne qui a un mandat de la société

## Payment

permits-payment-payee = Bénéficiaire
permits-payment-account-unconfirmed = Le numéro de compte doit être confirmé par le service des armes. Attendez cette confirmation avant de payer.
permits-payment-later = Vous n’avez rien à payer maintenant. L’invitation à payer arrive dans ce dossier.
permits-payment-waived = Vous ne devez pas payer cette redevance. Vous n’avez rien à faire.

## Cohabitants

permits-consents = Accord des personnes majeures de votre adresse
permits-consent-question = Une personne qui habite à votre adresse a demandé au service des armes l’autorisation de détenir ou de garder une arme. La loi demande votre accord.
permits-consent-your-answer = Votre réponse
permits-consent-choose = Choisissez une réponse
permits-consent-send = Envoyer ma réponse
permits-consent-paper-how = Vous pouvez aussi répondre sur papier : le service vérifie alors votre signature.

## What the office asks

permits-notice-missing-items = Le service demande des pièces, jusqu’au { $date } inclus
permits-notice-before-adverse = Vous pouvez réagir avant la décision, jusqu’au { $date } inclus
permits-notice-sent-missing-items = Ce que le service a demandé le { $date }
permits-notice-sent-before-adverse = Ce que le service a écrit le { $date } avant de décider
permits-notice-your-answer = Votre réponse
permits-notice-until = Vous pouvez répondre jusqu’au { $date } inclus.
permits-notice-send = Envoyer ma réponse
permits-notice-empty = Écrivez une réponse ou ajoutez un fichier
permits-notice-most = Maximum { $max } caractères. Un texte plus long peut être joint en PDF.
permits-notice-too-long = Votre texte compte { $length } caractères. Gardez-en { $max } au maximum, ou joignez-le en PDF
permits-notice-answered-at = Vous avez répondu le { $date }. Vous pouvez encore compléter.
permits-notice-answered-on = Vous avez répondu le { $date }.
permits-notice-answered-until = Vous avez répondu le { $date }. Vous pouvez encore compléter jusqu’au { $until } inclus.
permits-notice-arrived = Réponse reçue
permits-notice-closed = Vous ne pouvez plus répondre.
permits-notice-closed-tag = Vous ne pouvez plus répondre
permits-notice-papers = Fichiers reçus
permits-notice-unsent = Vos fichiers sont arrivés, mais votre réponse n’est pas encore envoyée. Pour terminer, choisissez « Envoyer ma réponse ».

## Permits that were granted

permits-acquired-weapon = Quelle arme avez-vous acquise ?
permits-acquired-weapon-missing = Choisissez l’arme que vous avez acquise
permits-acquired-on = Date de l’acquisition
permits-acquired-on-missing = Indiquez la date de l’acquisition
permits-acquired = Acquise le
permits-acquire-until = À acquérir au plus tard le
permits-acquired-outside = Cette date est en dehors du délai de l’autorisation
permits-acquisition = Acquisition
permits-acquisition-missed = Aucune acquisition connue à la fin du délai, le { $date } : l’autorisation ne vaut plus pour cette arme
permits-acquisition-end = Fin du délai d’acquisition
permits-acquisition-given-up = Volets rendus sans avoir servi
permits-serial = Numéro de série
permits-serial-missing = Indiquez le numéro de série
permits-serial-several = L’autorisation a les mêmes volets pour toutes ses armes : notez le numéro de chaque arme, avec une barre oblique entre les numéros.
permits-part-with-holder = Chez vous
permits-part-sent = Le service des armes vous l’envoie
permits-part-with-authority = Au service des armes
permits-part-to-return = À renvoyer au service des armes
permits-part-to-return-after = Revient au service des armes après l’acquisition, renvoyé par l’armurier ou par la personne qui vend
permits-part-to-return-sold = Revient au service des armes, renvoyé par l’armurier ou par la personne qui vend
permits-part-lost = Perdu

permits-control-waits = Le service vous invite à un contrôle de cette autorisation. Répondez au plus tard le { $date }.
permits-control-answer = Répondre au contrôle
permits-renew = Demander le renouvellement

## Rules

rule-permit-other-tab = Ce dossier a changé dans un autre onglet. Rechargez la page.
rule-permit-sent = Ce dossier a été envoyé : il ne peut plus être modifié ici.
rule-permit-drafts = Vous avez trop de brouillons. Effacez-en un, puis recommencez.
rule-permit-rows = Vous ne pouvez pas ajouter de ligne de plus.
rule-permit-ended = Ce dossier est déjà terminé.
rule-permit-acquired-already = L’acquisition de cette arme est déjà notée, ou elle ne peut plus l’être. Ouvrez de nouveau votre autorisation depuis votre liste pour voir où elle en est.
rule-permit-kept = Ce dossier doit être gardé.
rule-permit-scan = Ce fichier est encore contrôlé. Réessayez dans quelques minutes.
rule-permit-consent = Cette invitation est destinée à une autre personne.
rule-permit-consent-done = Une réponse est déjà enregistrée.
rule-permit-consent-not-given = Il n’y a pas ici d’accord qui puisse encore être retiré.
rule-permit-notice-over = Le délai pour répondre est passé.
fault-permit-missing = Il manque encore quelque chose dans le dossier.

permits-paper-dated = document daté du { $date }
permits-add-answer = Compléter
permits-other-tab-typed = Cette page a changé dans un autre onglet. Ce que vous venez d’écrire est encore ci-dessous, mais n’est pas enregistré. Enregistrez si vous voulez le garder. Dans l’autre onglet, il y avait :
permits-other-tab-nothing = Rien n’y est enregistré.
permits-typed-waits = Votre session s’est terminée avant que ceci puisse être enregistré. Ce que vous aviez écrit est encore ci-dessous : vérifiez-le et enregistrez-le.
