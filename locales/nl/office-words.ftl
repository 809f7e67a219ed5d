## Start van de backoffice, en woorden van het logboek

office-start = Start
office-start-lede = Uw werk op het portaal.
office-start-account = Wachtwoord, toegangssleutels en taal.
office-start-accounts = Wie hier werkt, en met welke rol.

actor-applicant = de aanvrager
actor-cohabitant = iemand op hetzelfde adres
actor-system = het portaal

office-permit-document-notice-answer = Antwoord van de aanvrager

audit-pair = { $name }: { $value }
audit-detail-with = aangemeld met
audit-detail-purpose = doel
audit-detail-role = rol
audit-detail-roles = rollen
audit-detail-decision = beslissing
audit-detail-sha256 = vingerafdruk van het bestand
audit-detail-hash = vingerafdruk van de teksten
audit-detail-kind = soort
audit-detail-admissible = ontvankelijk
audit-detail-result = resultaat
audit-detail-state = stand
audit-detail-version = versie
audit-detail-reference = referentie
audit-detail-label = naam
audit-detail-field = veld
audit-detail-channel = weg
audit-detail-until = tot en met
audit-detail-notice = bericht
audit-detail-task = taak
audit-detail-advice = gevraagd advies
audit-detail-document = document
audit-detail-matched = toegewezen
audit-detail-unmatched = zonder dossier
audit-detail-known = al bekend
audit-detail-notification = mededeling
audit-detail-origin = herkomst
audit-detail-delivery = verzending
audit-detail-appeal = beroep
audit-detail-attempts = pogingen
audit-value-yes = ja
audit-value-no = nee
audit-value-password = wachtwoord
audit-value-code = wachtwoord en code
audit-value-passkey = toegangssleutel
audit-value-examination = onderzoek van het dossier
audit-value-consent = akkoord van iemand op hetzelfde adres
