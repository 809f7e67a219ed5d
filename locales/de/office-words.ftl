## Start des Backoffice, und Wörter des Protokolls

office-start = Start
office-start-lede = Ihre Arbeit im Portal.
office-start-account = Passwort, Passkeys und Sprache.
office-start-accounts = Wer hier arbeitet, und in welcher Rolle.

actor-applicant = die antragstellende Person
actor-cohabitant = eine Person an derselben Adresse
actor-system = das Portal

office-permit-document-notice-answer = Antwort der antragstellenden Person

audit-pair = { $name }: { $value }
audit-detail-with = angemeldet mit
audit-detail-purpose = Zweck
audit-detail-role = Rolle
audit-detail-roles = Rollen
audit-detail-decision = Entscheidung
audit-detail-sha256 = Fingerabdruck der Datei
audit-detail-hash = Fingerabdruck der Texte
audit-detail-kind = Art
audit-detail-admissible = zulässig
audit-detail-result = Ergebnis
audit-detail-state = Stand
audit-detail-version = Version
audit-detail-reference = Referenz
audit-detail-label = Name
audit-detail-field = Feld
audit-detail-channel = Weg
audit-detail-until = bis
audit-detail-notice = Mitteilung
audit-detail-task = Aufgabe
audit-detail-advice = verlangtes Gutachten
audit-detail-document = Dokument
audit-detail-matched = zugeordnet
audit-detail-unmatched = ohne Akte
audit-detail-known = schon bekannt
audit-detail-notification = Mitteilung nach außen
audit-detail-origin = Herkunft
audit-detail-delivery = Versand
audit-detail-appeal = Beschwerde
audit-detail-attempts = Versuche
audit-value-yes = ja
audit-value-no = nein
audit-value-password = Passwort
audit-value-code = Passwort und Code
audit-value-passkey = Passkey
audit-value-examination = Prüfung der Akte
audit-value-consent = Zustimmung einer Person an derselben Adresse
