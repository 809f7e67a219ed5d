### Weapons permits: words of the interface. Facts, questions and forms are in content/permits.

## Names of the section and of its pages

permits-title = Autorisations pour les armes
permits-which = Quelle autorisation vous faut-il ?
permits-start-questions = Commencer le questionnaire
permits-start-application = Commencer une demande
permits-start-text = Répondez en plusieurs fois si vous voulez, ajoutez vos documents et suivez votre dossier.
permits-statistics-text = Combien de dossiers, comment ils se sont terminés et combien de temps chaque étape a pris.
permits-online = En ligne
permits-my-files = Mes dossiers
permits-my-permits = Mes autorisations
permits-who-looked = Qui a consulté mon dossier
permits-report-loss = Signaler une perte ou un vol
permits-not-emergency = Danger immédiat : appelez le 112 ou le 101. Ce site ne reçoit pas d’appel d’urgence.

## Facts shown from the dated rows

permits-fact-model = Modèle { $model }
permits-fact-authority = Qui décide
permits-fact-applicants = Qui peut demander
permits-fact-person = Une personne
permits-fact-company = Une société
permits-fact-reasons = Motifs légitimes
permits-fact-documents = Documents à remettre
permits-fact-document-age = Ne peut pas dater de plus de { $age } le jour de la demande
permits-fact-document-conditional = Selon votre situation
permits-fact-document-alternative = Peut remplacer un autre document
permits-fact-exempt = Pas demandé : { $reason }
permits-fact-fee = Redevance
permits-fact-fee-free = Gratuit
permits-fact-fee-unconfirmed = Le montant doit être confirmé par le service des armes.
permits-fact-fee-filing = Lors de la demande
permits-fact-fee-grant = Lors de l’octroi
permits-fact-deadlines = Délais
permits-fact-advice = Avis demandés
permits-fact-advice-required = Obligatoire
permits-fact-advice-optional = Possible
permits-fact-advice-not-stated = Pas prévu explicitement
permits-fact-advice-residence = lieu de résidence
permits-fact-advice-activity = lieu de l’activité
permits-fact-appeal = Contester la décision
permits-fact-legal-basis = Base légale
permits-fact-source = Source
permits-fact-checked = Vérifié : { $date }
permits-fact-valid-from = Valable à partir du { $date }
permits-fact-valid-to = Valable jusqu’au { $date }
permits-fact-retention = Durée de conservation
permits-fact-official-only-fr-nl = La décision est prise en français ou en néerlandais. Cette page vous informe.

## How sure a row is

permits-confidence-A = Lu sur une page officielle ou dans un texte de loi
permits-confidence-B = Repris d’une autre source, à comparer au texte officiel
permits-confidence-C = Calculé ou déduit
permits-confidence-unconfirmed = À confirmer par le service des armes
permits-working-rule = Règle de travail du service, pas un délai légal
permits-two-sources-differ = Les sources donnent deux délais. Nous montrons les deux.

## Which permit: one question at a time

permits-question-progress = Question { $number }
permits-question-back = Question précédente
permits-question-next = Continuer
permits-question-restart = Recommencer
permits-question-nothing-stored = Vos réponses ne sont pas enregistrées.
permits-question-choose = Choisissez une réponse
permits-outcome-title = Voici ce qui correspond
permits-outcome-why = Pourquoi ?
permits-outcome-answers = Vos réponses
permits-outcome-read-guide = Lire la page d’explication
permits-outcome-other-authority = Une autre autorité décide
permits-outcome-file-anyway = Déposer quand même une demande
permits-outcome-warning = À savoir avant de déposer
permits-outcome-not-a-decision = Ce résultat vous oriente. Il ne décide rien.

## Signing in

permits-sign-in = Se connecter
permits-sign-in-official = Avec votre identité officielle (eID, itsme)
permits-sign-out = Se déconnecter
permits-demo-identity = Identité de démonstration
permits-session-ended = Votre session est terminée. Votre travail est enregistré.

## Filling in

permits-task-list = Liste des tâches
permits-task-not-started = À faire
permits-task-started = Commencé
permits-task-done = Fait
permits-task-waiting = En attente d’autres personnes
permits-task-not-needed = Pas nécessaire
permits-saved-at = Enregistré à { $time }
permits-saving = Enregistrement en cours
permits-save-continue = Enregistrer et continuer
permits-save-later = Enregistrer et revenir plus tard
permits-resume = Reprendre
permits-add-another = Ajouter
permits-remove = Retirer
permits-change = Modifier
permits-optional = facultatif
permits-yes = Oui
permits-no = Non
permits-check-answers = Vérifiez vos réponses
permits-send-file = Envoyer le dossier
permits-file-sent = Votre dossier est envoyé
permits-file-reference = Votre numéro de dossier
permits-missing-items-count = À compléter ou à corriger : { $count }
permits-other-tab = Ce dossier a changé dans un autre onglet. Voici la dernière version.
permits-already-sent = Ce dossier a déjà été envoyé. Rien n’a été fait deux fois.
permits-attest-again = Cochez vos déclarations à nouveau : vous avez repris ce dossier.

## Errors. The first word says what to do

permits-error-summary = Il y a quelque chose à corriger
permits-error-text-too-long = Écrivez au maximum { $max } caractères
permits-error-textarea-too-long = Écrivez au maximum { $max } caractères
permits-error-date-invalid = Indiquez une date qui existe, par exemple 27 3 1985
permits-error-date-future = Indiquez une date dans le passé
permits-error-date-past = Indiquez une date dans le futur
permits-error-date-order = La dernière date ne peut pas précéder la première
permits-error-date-adult = Cette personne n’est pas majeure : son accord n’est pas demandé
permits-error-email-invalid = Écrivez une adresse e-mail complète, par exemple nom@exemple.be
permits-error-email-same = Écrivez l’adresse de cette personne, pas la vôtre
permits-error-phone-invalid = Écrivez un numéro de téléphone complet
permits-error-national-number-invalid = Ce numéro n’est pas valable. Vérifiez les onze chiffres.
permits-error-enterprise-number-invalid = Ce numéro d’entreprise n’est pas valable. Vérifiez les dix chiffres.
permits-error-address-incomplete = Indiquez la rue, le numéro, le code postal et la commune
permits-error-list-empty = Ajoutez au moins une ligne
permits-error-list-too-many = Retirez des lignes : { $max } au maximum
permits-error-list-rows =
    { $count ->
        [one] Au n° { $rows }, il manque quelque chose ou une réponse n’est pas correcte : choisissez « Modifier »
       *[other] Aux n° { $rows }, il manque quelque chose ou une réponse n’est pas correcte : choisissez « Modifier »
    }
permits-error-in-row = N° { $row } – { $fault }
permits-error-choice-unknown = Choisissez une réponse de la liste
permits-error-attestation-missing = Cochez chaque déclaration pour envoyer le dossier
permits-error-not-found = Nous ne trouvons pas ce dossier
permits-error-not-allowed = Vous n’avez pas accès à cette page
permits-error-session = Reconnectez-vous, puis envoyez à nouveau. Rien n’est perdu.

## Documents

permits-upload = Ajouter un fichier
permits-upload-accepted = PDF, JPEG ou PNG, { $size } au maximum par fichier
permits-upload-scanning = Contrôle en cours
permits-upload-continue = Le contrôle du fichier est en cours. Vous pouvez continuer.
permits-upload-clean = Fichier contrôlé
permits-upload-not-scanned = Fichier reçu
permits-upload-infected = Ce fichier est refusé : il contient peut-être un programme nuisible. Vos autres fichiers sont intacts.
permits-upload-removed = Supprimé : programme nuisible
permits-upload-failed = L’envoi s’est arrêté. Recommencez, rien d’autre n’est perdu.
permits-error-file-too-large = Ce fichier est trop grand : { $size } au maximum
permits-error-file-empty = Ce fichier est vide
permits-error-file-type = Envoyez un PDF, ou une photo en JPEG ou PNG. Ce fichier est d’un autre type.
permits-error-file-content = Choisissez un autre fichier : celui-ci n’est pas un vrai PDF, JPEG ou PNG.
permits-error-file-named = « { $name } » – { $fault }
permits-error-file-password = Ce PDF est protégé par un mot de passe. Envoyez une version sans protection.
permits-error-file-damaged = Ce fichier est incomplet ou abîmé. Envoyez-le à nouveau.
permits-error-file-too-many = Ajoutez au maximum { $max } fichiers par document
permits-error-file-full = Ce fichier ne tient plus dans le dossier : { $size } au maximum pour tous les fichiers. Enlevez un fichier ou envoyez-en un plus petit.
permits-error-file-unwritten = Nous ne pouvons pas garder ce fichier pour le moment. Rien d’autre n’est perdu : réessayez dans quelques minutes.
permits-error-file-missing = Ajoutez ce document, ou dites pourquoi vous ne l’avez pas encore
permits-document-too-old = Ce document sera trop ancien : il doit dater du { $earliest } au plus tôt
permits-document-expires-before = Ce document devient trop ancien le { $date }. Envoyez le dossier avant, ou demandez-en un nouveau.
permits-document-ok = Document en ordre

## Cohabitants

permits-consent-title = Votre accord est demandé
permits-consent-heading = Votre accord
permits-consent-yes = Je suis d’accord
permits-consent-no = Je ne suis pas d’accord
permits-consent-free = Vous répondez librement. Seul le service voit un refus, et vous pouvez revenir sur un accord tant que le service n’a pas décidé.
permits-consent-not-you = Cette invitation est destinée à une autre personne.
permits-consent-not-you-how = Si l’invitation est pour vous, reconnectez-vous avec votre propre identité. Si elle est pour une autre personne, déconnectez-vous et laissez-la se connecter. Vous pensez qu’il y a une erreur ? Contactez le service des armes.
permits-consent-done = Merci. Votre réponse est enregistrée.
permits-consent-over = Votre réponse n’est plus nécessaire : cette demande est terminée. Vous ne devez rien faire.
permits-consent-withdraw = Vous pouvez revenir sur votre accord tant que le service n’a pas décidé. Contactez pour cela le service des armes.
permits-consent-withdrawn = Le service a noté le { $date } le retrait de votre accord. Il ne vaut plus. Si c’est une erreur, contactez le service des armes.
permits-consent-contact = Comment nous contacter

## Payment

permits-payment-title = Payer la redevance
permits-payment-amount = Montant
permits-payment-account = Compte
permits-payment-communication = Communication structurée
permits-payment-qr = Scannez ce code avec l’application de votre banque
permits-payment-transfer = Faites un virement avec ces données. Copiez la communication sans rien y changer.
permits-payment-frozen = Le montant est celui en vigueur le { $date }, jour de votre demande.
permits-payment-no-refund = La redevance n’est pas remboursée en cas de refus.
permits-payment-stage = Partie { $number } sur { $total }
permits-payment-open = Pas encore payée
permits-payment-not-asked = Pas encore demandée
permits-payment-partial = Payée en partie : il manque { $amount }
permits-payment-received = Payée le { $date }
permits-payment-not-here = Nous ne recevons jamais de paiement par carte sur ce site.

## The clock

permits-clock-title = Comment cette date est calculée
permits-clock-received = Dossier reçu le { $date }
permits-clock-allowance = Délai : { $period }
permits-clock-suspended = Suspendu du { $from } au { $to } : { $reason }
permits-clock-extended = Prolongé de { $period }, décision du { $date }
permits-clock-rolled = Le dernier jour n’est pas un jour ouvrable : reporté au { $date }
permits-clock-due = Décision attendue au plus tard le { $date }
permits-clock-was-due = La décision devait être prise au plus tard le { $date }
permits-clock-days-left =
    { $count ->
        [0] Dernier jour
        [one] Encore un jour
       *[other] Encore { $count } jours
    }
permits-clock-first-day-out = Le jour de la réception ne compte pas
permits-clock-first-day-in = Le jour de la réception compte
permits-clock-added = Avec { $period } : { $date }
permits-clock-month-end = Ce mois n’a pas de { $day } : on compte jusqu’à son dernier jour, le { $date }
permits-clock-still = Le délai est suspendu depuis le { $date }
permits-clock-reason-items = nous attendons des documents
permits-clock-overdue = Ce délai est dépassé
permits-clock-holiday = Jour férié : { $name }
permits-period-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
permits-period-weeks =
    { $count ->
        [one] { $count } semaine
       *[other] { $count } semaines
    }
permits-period-months =
    { $count ->
        [one] { $count } mois
       *[other] { $count } mois
    }
permits-period-years =
    { $count ->
        [one] { $count } an
       *[other] { $count } ans
    }
permits-period-at-most = { $period } au maximum

## State of a file, as the applicant sees it

permits-state-draft = Brouillon
permits-state-submitted = Envoyé
permits-state-completeness = Le service vérifie si le dossier est complet
permits-state-missing-items = Nous attendons des documents de votre part
permits-state-advice = Des avis sont demandés
permits-state-notice = Vous pouvez réagir avant la décision
permits-state-drafting = La décision est préparée
permits-state-granted = Accordé
permits-state-granted-conditions = Accordé sous conditions
permits-state-refused = Refusé
permits-state-inadmissible = Irrecevable
permits-state-withdrawn = Demande retirée
permits-state-appealed = Recours introduit

## State of a permit: the word is said of the permit, not of the file

permits-state-lapsed = Périmée
permits-state-expired = Terminée
permits-state-revoked = Retirée
permits-state-suspended = Suspendue
permits-state-active = En cours de validité

## Steps of a procedure

permits-step-police-first = Aller à la police
permits-step-police-slip = Recevoir le document provisoire
permits-step-choice = Choisir ce que devient l’arme
permits-step-agreement = Signer la convention
permits-step-exam = Réussir l’examen
permits-step-invitation = Recevoir l’invitation
permits-step-file = Remplir et envoyer
permits-step-completeness = Vérification du dossier
permits-step-fee = Payer
permits-step-fee-grant = Payer la seconde partie
permits-step-advice = Avis demandés
permits-step-notice = Réagir, si nécessaire
permits-step-decision = Décision
permits-step-delivery = Recevoir le document
permits-step-acquisition = Acquérir l’arme
permits-step-control = Contrôle périodique
permits-step-expiry = Fin de validité
permits-step-register = Inscription

## After the decision

permits-decision-download = Télécharger la décision (PDF)
permits-decision-verify = Vérifier une décision
permits-verify-match = Ce document correspond à une décision enregistrée.
permits-verify-no-match = Ce document ne correspond à aucune décision enregistrée.
permits-verify-privacy = Cette page montre seulement si le document est authentique.
permits-appeal-open = Vous pouvez contester jusqu’au { $date } inclus
permits-appeal-closed = Le délai pour contester est passé
permits-appeal-not-suspensive = Le recours ne suspend pas la décision.
permits-appeal-letter = Préparer ma lettre
permits-acquisition-until = Possible jusqu’au { $date } inclus
permits-acquisition-confirm = Confirmer l’acquisition
permits-part-a = Volet A (titulaire)
permits-part-b = Volet B (autorité)
permits-access-log-empty = Personne n’a encore consulté votre dossier.
permits-access-log-row = { $date } : { $service }, pour { $purpose }

permits-statistics-title = Autorisations d’armes en chiffres
