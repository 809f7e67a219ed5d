# The back-office, as members of staff read it. Roles are in office-roles.ftl,
# scenarios in scenarios.ftl, values of CAP in vocabulary.ftl.

## Frame

office-name = safe.brussels · Backoffice
office-skip = Zum Inhalt
office-demo = Demonstration
office-nav = Navigation
office-nav-alerts = Warnungen
office-nav-compose = Neue Warnung
office-nav-import = CAP-Datei importieren
office-nav-rehearsal = Übungen
office-nav-accounts = Konten
office-nav-audit = Protokoll
office-language = Sprache
office-sign-out = Abmelden
office-back = Zurück
office-pages = Seiten
office-breadcrumbs = Sie sind hier
office-optional = freiwillig
office-never = nie
office-wrong-title = Einige Angaben müssen berichtigt werden

## Sign-in

office-sign-in-title = Anmelden
office-sign-in-lede = Nur für befugtes Personal. Jede Anmeldung steht im Protokoll.
office-email = E-Mail-Adresse
office-password = Passwort
office-sign-in-next = Weiter
office-sign-in-refused-title = Die Anmeldung hat nicht geklappt
office-sign-in-refused = Die Adresse oder das Passwort stimmt nicht, oder es gab zu viele Versuche. Prüfen Sie beide Felder. Warten Sie nach mehreren Versuchen kurz: Die Pause wird mit jedem Fehler länger.
office-code-title = Zweiter Schritt
office-code = Sechsstelliger Code
office-code-hint = Öffnen Sie Ihre Authentifizierungs-App und übernehmen Sie den Code, den sie jetzt zeigt. Jeder Code gilt einmal.
office-code-refused-title = Dieser Code wird nicht angenommen
office-code-refused = Warten Sie auf den nächsten Code und übernehmen Sie ihn. Warten Sie nach mehreren Versuchen kurz.
office-code-other = Anderes Konto verwenden
office-demo-accounts = Mit diesen Konten können Sie das System ausprobieren. Im echten Dienst gibt es sie nicht.
office-demo-password = Passwort aller dieser Konten:
office-demo-code = Code dieses Probekontos in diesem Moment:
office-passkey-or = Mit einem Passkey
office-passkey-or-hint = Ihr Telefon, Ihr Computer oder Ihr Sicherheitsschlüssel ersetzt Passwort und Code.
office-passkey-use = Passkey verwenden
office-passkey-failed = Der Passkey wurde nicht angenommen. Versuchen Sie es noch einmal, oder verwenden Sie Passwort und Code.

## Own account

office-account = Mein Konto
office-roles = Rollen
office-passkeys = Passkeys
office-passkeys-hint = Ein Passkey liegt auf Ihrem Telefon, Ihrem Computer oder einem Sicherheitsschlüssel. Damit melden Sie sich in einem Schritt an. Fügen Sie mindestens zwei auf verschiedenen Geräten hinzu.
office-passkeys-none = Sie haben noch keinen Passkey.
office-passkey-label = Name des Passkeys
office-passkey-label-hint = Damit Sie ihn erkennen, zum Beispiel „Diensttelefon“.
office-passkey-add = Passkey hinzufügen
office-passkey-made = Hinzugefügt: { $when }
office-passkey-used = Zuletzt verwendet: { $when }
office-passkey-remove = Entfernen
office-password-change = Passwort ändern
office-password-old = Jetziges Passwort
office-password-new = Neues Passwort
office-password-hint = Mindestens 12 Zeichen. Einige Wörter ohne Zusammenhang eignen sich gut. Ihre anderen Sitzungen werden beendet.

## Dashboard

office-dashboard = Warnungen
office-new-alert = Neue Warnung
office-waiting = Zu genehmigen
office-waiting-none = Keine Warnung wartet auf Ihre Genehmigung.
office-active = Laufende Warnungen
office-active-none = Es läuft keine Warnung.
office-mine = Meine Entwürfe
office-mine-none = Sie haben keinen Entwurf.
office-others = Entwürfe anderer Personen und Systeme
office-ended = Vor Kurzem beendet
office-no-headline = Ohne Titel
office-delivery-short = { $accepted } von { $subscribers } Telefonen benachrichtigt

## States

office-state-draft = Entwurf
office-state-submitted = Zu genehmigen
office-state-discarded = Verworfen
office-state-published = Läuft
office-state-superseded = Durch eine Aktualisierung ersetzt
office-state-ended = Beendet
office-state-cancelled = Zurückgezogen
office-state-expired = Abgelaufen

## Scenarios

office-scenarios-lede = Wählen Sie, was geschieht. Die Texte liegen in allen Sprachen bereit: Sie füllen nur wenige Felder aus.
office-group-planned = Geplante Veranstaltungen und Übungen
office-group-own = Ihre eigenen Texte

## Form

office-update-alert = Aktualisierung einer Warnung
office-exercise-label = Übung oder Test: Die Öffentlichkeit erhält nichts
office-status = Art der Nachricht
office-status-actual = Eine echte Warnung, für alle.
office-status-exercise = Nur Telefone, die für Übungen eingetragen sind, erhalten sie.
office-status-test = Ein technischer Test. Nur Telefone, die für Übungen eingetragen sind, erhalten ihn.
office-what = Was geschieht
office-where = Wo
office-where-hint = Wählen Sie Gemeinden, Polizeizonen oder die ganze Region. Auf der Karte können Sie eine Gemeinde anklicken.
office-whole-zone = Die ganze Zone { $zone }
office-map-title = Karte der Region
office-map-none = keine Gemeinde gewählt
office-draw = Kreis oder Umriss zeichnen
office-draw-hint = Die Gemeinden, die die Zeichnung berührt, kommen zu Ihrer Auswahl hinzu.
office-circle = Kreis { $number }
office-circle-lat = Breitengrad
office-circle-lon = Längengrad
office-circle-radius = Radius in Metern
office-polygons = Umriss
office-polygons-hint = Eine Ecke pro Zeile: Breitengrad, dann Längengrad, zum Beispiel 50.8467, 4.3525. Die letzte Ecke schließt an die erste an. Eine leere Zeile trennt zwei Umrisse.
office-when = Wann
office-onset = Beginn
office-onset-hint = Wenn das Ereignis später beginnt.
office-expires = Gültig bis
office-expires-hint =
    { $count ->
        [one] Wenn Sie dieses Feld leer lassen: { $count } Stunde nach dem Versand.
       *[other] Wenn Sie dieses Feld leer lassen: { $count } Stunden nach dem Versand.
    }
office-next = Nächste Information
office-next-hint = Wann Sie sich wieder melden, auch wenn es nichts Neues gibt.
office-texts-own = Eigene Texte
office-texts-own-hint = Was Sie hier schreiben, ersetzt den Text des Szenarios, nur in dieser Sprache. Lassen Sie es leer, um den Text des Szenarios zu behalten.
office-texts-free-hint = Französisch und Niederländisch sind Pflicht: mindestens ein Titel und eine Anweisung. Wer eine andere Sprache gewählt hat, erhält Englisch, wenn es ausgefüllt ist, sonst Französisch.
office-text-event = Ereignis, in wenigen Worten
office-text-headline = Titel, eine Zeile
office-text-instruction = Was jetzt zu tun ist
office-text-instruction-hint = Eine Handlung pro Zeile. Die dringendste zuerst.
office-text-description = Was geschieht
office-details = Schwere und Behörde
office-severity = Schwere
office-urgency = Dringlichkeit
office-certainty = Gewissheit
office-category = Kategorien
office-level = Ebene der Krisenbewältigung
office-as-scenario = Wie im Szenario: { $value }
office-authority = Behörde, die warnt
office-authority-hint = Die Behörde, die entschieden hat, die Bevölkerung zu warnen.
office-authority-safe-brussels = safe.brussels
office-authority-high-official = Hoher Beamter
office-authority-minister-president = Ministerpräsident
office-authority-mayor = Bürgermeisteramt der betroffenen Gemeinde
office-contact = Kontakt für Betroffene
office-contact-hint = Die eine Nummer oder Stelle, die mitgeteilt wird, mit ihren Zeiten. Eine Aktualisierung ersetzt sie überall.
office-reference = Internes Aktenzeichen
office-reference-hint = Zum Beispiel die Nummer in ICMS. Es wird nie veröffentlicht.
office-note = Bemerkung
office-note-hint = Der Name der Übung, wenn es eine ist. Diese Bemerkung steht in den offenen Daten.
office-save = Entwurf speichern
office-save-submit = Speichern und Genehmigung anfragen
office-preview-button = Vorschau
office-leave = Ohne Speichern verlassen
office-preview = Vorschau
office-preview-live = Vorschau beim Schreiben
office-preview-missing = Füllen Sie zuerst die Pflichtfelder aus: Danach erscheint die Vorschau der Texte.
office-reach =
    { $count ->
        [one] Eine Gemeinde: { $areas }. Benachrichtigte Telefone nach heutigen Abonnements: { $phones }.
       *[other] { $count } Gemeinden: { $areas }. Benachrichtigte Telefone nach heutigen Abonnements: { $phones }.
    }
office-reach-unknown =
    { $count ->
        [one] Eine Gemeinde: { $areas }. Die Zahl der Telefone ist auf dieser Maschine nicht bekannt.
       *[other] { $count } Gemeinden: { $areas }. Die Zahl der Telefone ist auf dieser Maschine nicht bekannt.
    }
office-reach-none = Es ist noch keine Gemeinde gewählt.
office-update-note = Sie bereiten eine Aktualisierung vor. Die jetzige Warnung bleibt sichtbar, bis eine andere Person die Aktualisierung genehmigt.
office-update-rewrite-note = Sie bereiten eine Aktualisierung einer Warnung vor, die aus einer CAP-Nachricht stammt: Sie wird mit Ihren Texten übernommen; Elemente ohne Feld in diesem Formular gehen verloren. Die jetzige Warnung bleibt sichtbar, bis eine andere Person die Aktualisierung genehmigt.
office-edit-submitted-note = Diese Warnung wartet auf Genehmigung. Wenn Sie sie ändern, wird sie wieder ein Entwurf, und der Text gilt als Ihrer.
office-rewrite-note = Dieser Entwurf stammt aus einer CAP-Nachricht. Wenn Sie ihn hier speichern, wird er mit Ihren Texten übernommen; Elemente ohne Feld in diesem Formular gehen verloren.
office-kept-note = Der Entwurf ist gespeichert. Es fehlt noch etwas, bevor Sie die Genehmigung anfragen können.

## Alert

office-alert = Warnung
office-texts = Versandte Texte
office-push = Die Mitteilung auf einem Telefon
office-push-hint = Das sind Titel und Text, die das Telefon zeigt. Der ganze Text steckt in der Nachricht: Zum Lesen ist keine Verbindung nötig.
office-facts = Angaben
office-scenario = Szenario
office-author = Text von
office-approver = Genehmigt von
office-published = Veröffentlicht
office-ended-at = Beendet
office-also-names = Nennt auch, bleibt aktiv
office-origin = Herkunft
office-source = Quelle
office-identifier = CAP-Kennung
office-chain = Andere Nachrichten dieser Warnung
office-steps = Verlauf
office-nobody = Gelöschtes Konto
office-public-page = Öffentliche Seite ansehen
office-own-approval = Sie haben diesen Text geschrieben, oder Sie gaben der Person, die ihn schrieb, den Zugang. Eine andere Person muss ihn genehmigen.
office-not-ready = Diese Warnung ist noch nicht vollständig
office-approve = Lesen und genehmigen
office-submit = Genehmigung anfragen
office-edit = Ändern
office-update = Aktualisieren
office-end = Entwarnung
office-cancel = Warnung zurückziehen
office-return = Zur Überarbeitung zurückgeben
office-discard = Verwerfen

## Steps, each with a page that asks first

office-ask-submit = Genehmigung anfragen?
office-ask-submit-explains = Eine andere Person liest den Text und entscheidet. Vorher wird nichts versandt.
office-ask-approve = Genehmigen und veröffentlichen?
office-ask-approve-explains = Lesen Sie die Texte unten. Sobald Sie genehmigen, wird die Warnung veröffentlicht und an die Telefone gesandt.
office-ask-return = Zur Überarbeitung zurückgeben?
office-ask-return-explains = Die Warnung wird wieder ein Entwurf. Erklären Sie mündlich, was sich ändern muss.
office-ask-discard = Diesen Text verwerfen?
office-ask-discard-explains = Der Text verschwindet aus den Arbeitslisten. Im Protokoll bleibt er.
office-ask-end = Entwarnung melden?
office-ask-end-explains = Alle, die benachrichtigt wurden, erhalten diese Nachricht. Die Entwarnung bleibt einen Tag sichtbar.
office-ask-cancel = Diese Warnung zurückziehen?
office-ask-cancel-explains = Für eine Warnung, die irrtümlich versandt wurde. Alle, die benachrichtigt wurden, erhalten diese Nachricht. Was noch nicht unterwegs ist, wird nicht mehr versandt.
office-have-read = Ich habe den französischen und den niederländischen Text gelesen.
office-do-submit = Genehmigung anfragen
office-do-approve = Genehmigen und veröffentlichen
office-do-return = Zurückgeben
office-do-discard = Verwerfen
office-do-end = Entwarnung melden
office-do-cancel = Warnung zurückziehen
office-done-saved = Der Entwurf ist gespeichert.
office-done-submitted = Die Genehmigung ist angefragt. Sagen Sie es der Person, die genehmigt.
office-done-submit = Die Genehmigung ist angefragt. Sagen Sie es der Person, die genehmigt.
office-done-approve = Die Warnung ist veröffentlicht. Der Versand an die Telefone hat begonnen.
office-done-return = Die Warnung ist wieder ein Entwurf.
office-done-discard = Der Text ist verworfen.
office-done-end = Die Entwarnung ist veröffentlicht.
office-done-cancel = Die Warnung ist zurückgezogen.
office-done-password = Ihr Passwort ist geändert. Ihre anderen Sitzungen sind beendet.
office-done-passkey-added = Der Passkey ist hinzugefügt.
office-done-passkey-removed = Der Passkey ist entfernt.
office-done-roles = Die Rollen sind geändert.
office-done-closed = Das Konto ist geschlossen.
office-done-token-revoked = Das Token ist widerrufen.

## Delivery

office-delivery = Versand an die Telefone
office-delivery-bar = Bearbeitete Telefone
office-delivery-nobody = Für diesen Ort und diese Schwere ist kein Telefon abonniert.
office-delivery-going = { $done } von { $subscribers }, Versand läuft
office-delivery-finished = { $done } von { $subscribers }, Versand beendet
office-delivery-subscribers = Zu benachrichtigen
office-delivery-accepted = Benachrichtigt
office-delivery-failed = Fehlgeschlagen
office-delivery-forgotten = Abgemeldet
office-delivery-doubted = In Prüfung
office-delivery-pending = Übrig
office-delivery-origins = Nach Mitteilungsdienst
office-delivery-origin = Dienst
office-outlets = Über welche Kanäle die Warnung hinausging
office-outlet-pages = Seiten und offene Daten
office-outlet-stream = Livestream
office-outlet-push = Mitteilungen an Telefone
office-outlet-not = Noch nicht
office-outlet-shown = Sichtbar ({ $at })
office-outlet-told = Erreicht: { $count } ({ $at })
office-delivery-more = Den Versand verfolgen
office-to-alert = Zurück zur Warnung
office-follow = Live verfolgen
office-follow-stop = Verfolgen beenden
office-follow-hint = Diese Seite lädt alle zwei Sekunden neu, bis der Versand beendet ist.

## Exercises

office-rehearsal = Übungen
office-rehearsal-lede = Eine Übung oder ein Test erreicht nur die hier eingetragenen Telefone. Sie steht weder auf dem Portal noch in den offenen Daten.
office-rehearsal-phone = Ein Telefon eintragen
office-rehearsal-step-1 = Öffnen Sie auf dem Telefon die Seite „Warnungen erhalten“.
office-rehearsal-page = Seite „Warnungen erhalten“
office-rehearsal-step-2 = Geben Sie diesen Übungscode ein.
office-rehearsal-code-hint = Geben Sie ihn nur an Personen weiter, die an der Übung teilnehmen.
office-rehearsal-step-3 = Wählen Sie Gemeinden und Sprache.
office-rehearsal-step-3-hint = Das Telefon erhält Übungen und Tests, aber keine echten Warnungen. Tragen Sie es ohne Code neu ein, um echte Warnungen zu erhalten.
office-rehearsal-phones =
    { $count ->
        [0] Kein Telefon ist für Übungen eingetragen.
        [one] { $count } Telefon ist für Übungen eingetragen.
       *[other] { $count } Telefone sind für Übungen eingetragen.
    }
office-rehearsal-begin = Übung vorbereiten
office-rehearsal-list = Übungen und Tests
office-rehearsal-none = Zurzeit gibt es keine Übung.

## Import

office-import = CAP-Datei importieren
office-import-lede = Eine CAP-Nachricht 1.2 oder 1.1 eines anderen Systems wird ein Entwurf. Ohne die Genehmigung einer anderen Person wird nichts veröffentlicht.
office-import-file = Datei
office-import-file-hint = Eine XML-Datei von höchstens 10 MB.
office-import-text = Oder fügen Sie den Text der Nachricht ein
office-import-lenient = Bekannte Mängel annehmen
office-import-lenient-hint = Zum Beispiel eine falsche Reihenfolge der Elemente. Jede Berichtigung wird gemeldet.
office-import-button = Prüfen und importieren
office-import-nothing = Wählen Sie eine Datei oder fügen Sie einen Text ein.
office-import-good = Die Nachricht ist angenommen
office-import-bad = Die Nachricht ist abgelehnt
office-import-known = Diese Nachricht ist schon hier: Es gibt keinen neuen Entwurf.
office-import-open = Entwurf öffnen
office-import-remarks = Bemerkungen
office-import-kind = Art
office-import-line = Zeile
office-import-element = Element
office-import-reason = Grund
office-import-error = Fehler
office-import-warning = Hinweis
office-signature-none = Signatur: keine.
office-signature-valid = Signatur: gültig.
office-signature-invalid = Signatur: Die Nachricht wurde verändert, oder die Signatur ist falsch.
office-signature-untrusted = Signatur: mit einem Zertifikat, das hier nicht anerkannt ist.

## Accounts

office-accounts-all = Alle Personen mit einem Konto
office-name-of = Name
office-made = Angelegt
office-closed = Geschlossen: { $when }
office-account-add = Konto hinzufügen
office-account-add-hint = Das erste Passwort und das Geheimnis des zweiten Faktors erscheinen nur einmal.
office-account-made = Das Konto ist angelegt
office-account-made-hint = Geben Sie diese Angaben auf sicherem Weg weiter. Sie werden nicht noch einmal angezeigt.
office-secret = Geheimnis des zweiten Faktors
office-secret-address = Adresse für die Authentifizierungs-App
office-roles-hint = Niemand genehmigt den eigenen Text, welche Rollen auch immer vorliegen.
office-roles-save = Rollen speichern
office-account-is-closed = Dieses Konto ist geschlossen.
office-account-close = Konto schließen
office-account-close-explains = Die Person kann sich nicht mehr anmelden. Sitzungen, Token und Passkeys enden sofort. Der Name bleibt im Protokoll.
office-tokens = Token für andere Systeme
office-tokens-hint = Mit einem Token handelt ein anderes System im Namen dieses Kontos, nach denselben Regeln.
office-token-label = Name des Systems
office-token-label-hint = Zum Beispiel „Werkzeug des Lagezentrums“.
office-token-make = Token anlegen
office-token-made = Token angelegt
office-token-once = Kopieren Sie es jetzt: Es wird nicht noch einmal angezeigt.
office-token-revoke = Widerrufen
role-alert-author-hint = Schreibt Warnungen und schlägt sie vor.
role-alert-approver-hint = Liest und veröffentlicht die Warnungen anderer.
role-communications-hint = Kampagnen, Nachrichten und Inhalte des Portals.
role-weapons-clerk-hint = Bearbeitet Anträge, ohne zu entscheiden.
role-legal-hint = Prüft Entscheidungen rechtlich.
role-high-official-hint = Entscheidet.
role-adviser-hint = Sieht nur, was gefragt ist.
role-help-editor-hint = Hält die Hilfsdienste aktuell.
role-help-listener-hint = Antwortet in einem Hilfsdienst.
role-administrator-hint = Verwaltet Konten und liest das Protokoll.

## Audit

office-audit-lede = Was in den letzten 24 Stunden getan wurde. Jede Zeile hängt an der vorigen: Eine geänderte oder gelöschte Zeile fällt auf.
office-audit-csv = Als CSV exportieren
office-audit-verify = Das ganze Protokoll prüfen
office-audit-whole =
    { $count ->
        [one] Das Protokoll ist unversehrt: { $count } Zeile geprüft.
       *[other] Das Protokoll ist unversehrt: { $count } Zeilen geprüft.
    }
office-audit-broken = Das Protokoll wurde verändert: Zeile { $seq } passt nicht. Sagen Sie es sofort der für die Sicherheit verantwortlichen Person.
office-audit-count =
    { $count ->
        [one] { $count } Handlung
       *[other] { $count } Handlungen
    }
office-audit-seq = Nummer
office-audit-when = Wann
office-audit-who = Wer
office-audit-what = Handlung
office-audit-on = Gegenstand
office-audit-more = Einzelheiten
audit-alert-draft = Entwurf angelegt
audit-alert-revise = Text geändert
audit-alert-submit = Genehmigung angefragt
audit-alert-approve = Genehmigt und veröffentlicht
audit-alert-return = Zurückgegeben
audit-alert-discard = Verworfen
audit-alert-end = Entwarnung
audit-alert-cancel = Zurückgezogen
audit-alert-expire = Abgelaufen
audit-session-begin = Angemeldet
audit-session-end = Abgemeldet
audit-session-refused = Anmeldeversuch abgelehnt
audit-account-add = Konto angelegt
audit-account-roles = Rollen geändert
audit-account-close = Konto geschlossen
audit-account-password = Passwort geändert
audit-passkey-add = Passkey hinzugefügt
audit-passkey-remove = Passkey entfernt
audit-token-make = Token angelegt
audit-token-revoke = Token widerrufen
audit-audit-export = Protokoll exportiert

## Rules and faults of these pages

rule-too-many-passkeys = Sie haben schon zehn Passkeys. Entfernen Sie einen, bevor Sie einen weiteren hinzufügen.
rule-own-account = Sie können Ihr eigenes Konto nicht schließen. Fragen Sie eine andere Person, die Konten verwaltet.
fault-passkey = Der Passkey wurde nicht angenommen. Versuchen Sie es noch einmal, oder verwenden Sie Passwort und Code.
fault-number = Schreiben Sie eine Zahl, zum Beispiel 50.8467.
fault-circle-incomplete = Ein Kreis braucht einen Breitengrad, einen Längengrad und einen Radius. Füllen Sie alle drei Felder aus oder leeren Sie sie.
fault-polygon-line = Zeile { $line } ist keine lesbare Ecke. Schreiben Sie den Breitengrad, dann den Längengrad, zum Beispiel 50.8467, 4.3525.
fault-drill-actual = Dieses Szenario ist nur für Übungen. Wählen Sie „{ status-exercise }“ oder „{ status-test }“.
fault-not-read = Lesen Sie beide Texte und kreuzen Sie dann das Kästchen an.
fault-password-wrong = Das ist nicht Ihr jetziges Passwort. Versuchen Sie es noch einmal.
fault-password-weak = Wählen Sie ein neues Passwort mit mindestens { $fewest } Zeichen, anders als das alte.
fault-address = Schreiben Sie eine vollständige E-Mail-Adresse, zum Beispiel vorname.name@safe.brussels.
fault-address-taken = Ein Konto mit dieser Adresse gibt es schon.
fault-role-missing = Wählen Sie mindestens eine Rolle.
fault-role-own = Sie können sich die Rolle „{ role-administrator }“ nicht selbst nehmen. Fragen Sie eine andere Person, die Konten verwaltet.
rule-other-territory = Diese Warnung betrifft auch einen Ort, für den Sie nicht zuständig sind. Der regionale Dienst kann das übernehmen.
fault-other-territory = Diese Warnung betrifft auch einen Ort, für den Sie nicht zuständig sind. Der regionale Dienst kann das übernehmen.
