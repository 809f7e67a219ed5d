# Words of the directory of help services: list, sheet, file.

## List

help-results-title = Trouver un service
help-filter-title = Choisir
help-filter-situation = Situation
help-filter-need = Type d’aide
help-filter-audience = Pour qui
help-filter-language = Langue parlée
help-filter-municipality = Commune
help-filter-any = Peu importe
help-filter-open = Répond maintenant
help-filter-free = Gratuit
help-filter-submit = Voir les services
help-filter-export = Télécharger cette liste (CSV)
help-filter-brochure = Brochure à imprimer (PDF)
help-results-count = { $count ->
    [0] Aucun service
    [one] { $count } service
   *[other] { $count } services
}
help-results-none = Aucun service n’est encore repris ici pour ces choix. Retirez un choix pour en voir d’autres.
help-results-ignored = Un des choix n’existe pas ici. La liste n’en tient pas compte.
help-results-open-note = D’après les heures que les services publient. Ceux dont les heures ne sont pas connues n’apparaissent pas.
help-no-script = Sans JavaScript, la touche « Retour » peut ramener à ces pages : fermez l’onglet en partant.

## Hours

help-open-always = Répond jour et nuit.
help-open-until = Répond maintenant, jusqu’à { $when }.
help-open-by = En ce moment, c’est { $name } qui décroche.
help-open-appointment = Ouvert maintenant, sur rendez-vous.
help-closed = Ne répond pas maintenant.
help-closed-opens = Ne répond pas maintenant. De nouveau : { $when }.
help-hours-unknown = Heures à confirmer auprès du service
help-when-today = { $time }
help-when-tomorrow = demain { $time }
help-when-day = { $day } { $time }
help-day-mo = lundi
help-day-tu = mardi
help-day-we = mercredi
help-day-th = jeudi
help-day-fr = vendredi
help-day-sa = samedi
help-day-su = dimanche
help-days-all = Tous les jours
help-days-run = { $from } à { $to }
help-days-holidays = Jours fériés
help-day-and-night = 24 heures sur 24
help-answered-by = { $name } décroche
help-appointment = sur rendez-vous
help-cost-unknown = nous ne savons pas si l’appel est payant

## Sheet

help-sheet-back = Tous les services
help-sheet-reach = Joindre ce service
help-sheet-about = Ce qu’on sait
help-sheet-no-channel = Aucun moyen de joindre ce service n’est confirmé aujourd’hui.
help-sheet-owner = Géré par
help-sheet-audience = Pour
help-sheet-price = Prix
help-sheet-eligibility = Conditions
help-sheet-coverage = Où
help-sheet-unconfirmed = À confirmer
help-sheet-checked = Sources lues en { $month }
help-sheet-confirmed = Confirmé par téléphone le { $day }
help-mail-note = Un message envoyé reste dans votre boîte d’envoi.
help-channel-web = Site
help-channel-chat = Tchat
help-channel-mail = Adresse électronique
help-channel-app = Application
help-channel-form = Formulaire du service
help-channel-walk-in = Sur place
help-channel-online-booking = Rendez-vous en ligne
help-field-phones = téléphone
help-field-channels = autres moyens de contact
help-field-schedules = heures
help-field-languages = langues
help-field-places = adresse
help-field-accessibility = accessibilité
help-field-chat = tchat
help-field-interpreters = interprètes
help-field-eligibility = conditions
help-field-existence = si le service existe encore
help-flag-open-24h = ouvert 24 heures sur 24
help-flag-minors-accepted = mineurs accueillis
help-flag-children-accepted = enfants accueillis
help-flag-wheelchair = accessible en fauteuil roulant
help-area-country = Toute la Belgique

## Vocabularies

help-taxonomy-audience = Public
help-taxonomy-audience-text = Pour qui est le service
help-taxonomy-situation = Situation
help-taxonomy-situation-text = Ce que vit la personne
help-taxonomy-need = Besoin
help-taxonomy-need-text = Ce que le service apporte
help-taxonomy-topic = Sujet
help-taxonomy-topic-text = De quoi il s’agit

## File

help-col-name = Service
help-col-organization = Organisation
help-col-description = Description
help-col-audiences = Public
help-col-situations = Situations
help-col-needs = Besoins
help-col-phones = Téléphone
help-col-mail = Adresse électronique
help-col-site = Site
help-col-languages = Langues
help-col-hours = Heures (à confirmer auprès du service)
help-col-places = Adresse
help-col-coverage = Territoire
help-col-unconfirmed = À confirmer
help-col-valid = À revoir après le
help-col-referral = Comment orienter (partenaires)
