# What a check of an imported CAP message found, for the person who imports it.
# The line and the element are shown next to the sentence.

## Bytes and text

cap-input-too-large = Die Datei ist zu groß: { $size } Bytes. Die Grenze liegt bei { $limit } Bytes.
cap-encoding-unsupported = Die Zeichenkodierung { $encoding } wird nicht unterstützt. Verwenden Sie UTF-8.
cap-encoding-invalid = Die Datei enthält Zeichen, die kein { $encoding } sind. Speichern Sie sie neu als UTF-8.
cap-encoding-conflict = Die Datei nennt die Kodierung { $declared }, ist aber in { $found } geschrieben.
cap-findings-cut = Nur die ersten { $limit } Hinweise werden aufgeführt.

## XML

cap-xml-doctype = Die Datei enthält eine DOCTYPE-Deklaration. Aus Sicherheitsgründen wird sie abgelehnt: Entfernen Sie sie.
cap-xml-empty = Die Datei enthält kein Element.
cap-xml-unexpected-end = Die Datei endet zu früh. Vielleicht ist sie unvollständig.
cap-xml-malformed = „{ $found }“ gehört nicht hierher.
cap-xml-before-root = Vor dem ersten Element steht Text. Entfernen Sie ihn.
cap-xml-after-root = Nach dem Ende der Nachricht steht noch Inhalt. Entfernen Sie ihn.
cap-xml-tag-mismatch = Das Element { $open } wird mit { $close } geschlossen. Beide Namen müssen gleich sein.
cap-xml-character-invalid = Das Zeichen { $character } ist in XML nicht erlaubt.
cap-xml-entity-unknown = Die Entität { $entity } ist nicht definiert.
cap-xml-attribute-repeated = Das Attribut { $attribute } kommt zweimal vor.
cap-xml-prefix-unknown = Das Präfix { $prefix } gehört zu keinem Namensraum.
cap-xml-leading-space = Vor der XML-Deklaration steht ein Leerzeichen oder eine leere Zeile. Entfernen Sie das.
cap-limit-depth = Die Elemente sind mehr als { $limit } Ebenen tief verschachtelt.
cap-limit-elements = Die Datei hat mehr als { $limit } Elemente.
cap-limit-attributes = Es gibt mehr als { $limit } Attribute.
cap-limit-name = Ein Name oder Attribut ist länger als { $limit } Bytes.
cap-limit-text = Ein Text ist länger als { $limit } Bytes.
cap-limit-vertices = Die Polygone haben mehr als { $limit } Punkte. Vereinfachen Sie sie.

## Schema

cap-root-unknown = Diese Datei ist keine CAP-Warnung: Sie beginnt mit { $found }.
cap-version-unsupported = Der Namensraum { $namespace } ist keine unterstützte Version von CAP.
cap-namespace-assumed = Der Namensraum fehlt. Wir sind von { $namespace } ausgegangen.
cap-element-missing = Das Element { $missing } fehlt.
cap-element-order = Dieses Element muss vor { $after } stehen.
cap-element-repeated = Dieses Element darf nur einmal vorkommen.
cap-element-unknown = Das Element { $name } gehört nicht zu CAP (Namensraum: { $namespace }).
cap-element-nested = Ein Text darf das Element { $child } nicht enthalten.
cap-element-empty = Dieses Element ist leer und gilt als nicht vorhanden.
cap-text-unexpected = Der Text „{ $text }“ darf nicht zwischen zwei Elementen stehen.
cap-attribute-unexpected = Das Attribut { $attribute } gehört nicht zu CAP.
cap-value-unknown = Der Wert „{ $value }“ ist nicht erlaubt. Mögliche Werte: { $allowed }.
cap-value-repaired = Der Wert „{ $value }“ wurde als „{ $used }“ gelesen.
cap-date-format = Das Datum „{ $value }“ hat nicht die richtige Form. Beispiel: 2002-05-24T16:49:00-07:00.
cap-date-range = Das Datum „{ $value }“ gibt es im Kalender nicht.
cap-date-no-offset = Beim Datum „{ $value }“ fehlt die Zeitverschiebung, zum Beispiel +01:00.
cap-uri-dropped = „{ $value }“ ist keine Adresse und wurde weggelassen.
cap-uri-format = „{ $value }“ ist keine Adresse, auch keine relative.
cap-language-format = „{ $value }“ ist kein Sprachcode. Beispiel: de.
cap-number-format = „{ $value }“ ist keine Zahl.

## Message

cap-text-characters = Das Zeichen { $character } lässt sich in XML nicht schreiben.
cap-word-quote = „{ $value }“ lässt sich nicht als ein Wort einer Liste schreiben.
cap-text-empty = Dieser Text ist Pflicht, aber leer.
cap-identifier-characters = Die Kennung „{ $value }“ enthält ein Leerzeichen, ein Komma, < oder &.
cap-sender-characters = Der Absender „{ $value }“ enthält ein Leerzeichen, ein Komma, < oder &.
cap-references-missing = Eine Nachricht vom Typ { $msgType } muss die Nachrichten nennen, um die es geht.
cap-reference-malformed = Der Verweis „{ $value }“ hat nicht die Form Absender,Kennung,Sendezeit.
cap-reference-self = Die Nachricht { $identifier } verweist auf sich selbst.
cap-reference-repeated = Die Nachricht { $identifier } wird zweimal genannt.
cap-reference-later = Die genannte Nachricht { $identifier } wurde nach dieser gesendet.
cap-reference-unknown = Die Nachricht { $identifier } von { $sender } ist hier nicht bekannt.
cap-identifier-reused = { $sender } hat schon eine andere Nachricht mit der Kennung { $identifier } gesendet.
cap-restriction-missing = Eine eingeschränkte Nachricht (Restricted) muss sagen, nach welcher Regel.
cap-restriction-unexpected = Eine Nachricht mit der Reichweite { $scope } darf keine Einschränkung enthalten.
cap-addresses-missing = Eine private Nachricht (Private) muss ihre Empfänger nennen.
cap-exercise-note-missing = Die Anmerkung sollte die Übung nennen.
cap-error-note-missing = Die Anmerkung sollte den Grund der Ablehnung nennen.
cap-info-missing = Eine Nachricht vom Typ { $msgType } sollte Informationen enthalten.

## Information

cap-language-assumed = Es ist keine Sprache angegeben. Die Nachricht wird als { $language } gelesen.
cap-language-missing = Es gibt keine Informationen in der Sprache { $language }.
cap-language-overrides = Ein späterer Block in { $language } ändert { $field } eines früheren Blocks.
cap-languages-differ = Die Texte in { $language } und { $other } geben nicht denselben Wert für { $field } an.
cap-category-missing = Die Kategorie fehlt.
cap-category-repeated = Die Kategorie { $value } kommt zweimal vor.
cap-effective-before-sent = Die Nachricht gilt ab { $effective }, also bevor sie am { $sent } gesendet wurde.
cap-expires-missing = Die Nachricht hat kein Ende. Geben Sie eines an.
cap-expires-before-sent = Die Nachricht endet am { $expires }, also bevor sie am { $sent } gesendet wurde.
cap-expires-before-effective = Die Nachricht endet am { $expires }, also bevor sie am { $effective } gilt.
cap-expires-before-onset = Die Nachricht endet am { $expires }, also bevor das Ereignis am { $onset } beginnt.
cap-headline-missing = Die Überschrift fehlt.
cap-headline-long = Die Überschrift hat { $length } Zeichen. Besser sind höchstens { $limit }.
cap-description-missing = Die Beschreibung fehlt.
cap-instruction-missing = Die Anweisung fehlt: Sagen Sie den Menschen, was zu tun ist.
cap-web-not-absolute = „{ $value }“ ist keine vollständige Webadresse mit https://.
cap-uri-invalid = „{ $value }“ ist keine Webadresse.
cap-pair-empty = Der Name oder der Wert ist leer.
cap-area-missing = Es ist kein Ort angegeben.

## Resources

cap-mime-type-format = „{ $value }“ ist kein Medientyp. Beispiel: image/png.
cap-mime-type-assumed = Der Medientyp fehlt. Wir sind von { $used } ausgegangen.
cap-resource-content-missing = Dieser Anhang hat weder eine Adresse noch einen Inhalt.
cap-resource-size-invalid = „{ $value }“ ist keine Größe in Bytes.
cap-resource-size-mismatch = Der Anhang hat { $found } Bytes, nicht { $stated }.
cap-resource-digest-format = „{ $value }“ ist keine hexadezimale SHA-1-Prüfsumme.
cap-resource-digest-mismatch = Die Prüfsumme des Anhangs ist { $found }, nicht { $stated }. Vielleicht wurde der Anhang geändert.
cap-resource-base64-invalid = Der Inhalt des Anhangs ist kein Base64.

## Places

cap-area-shape-missing = Der Ort hat weder Polygon noch Kreis noch Code.
cap-area-unread = Der Ort „{ $place }“ wird nicht erkannt ({ $codes }). Wählen Sie die Gemeinden selbst aus.
cap-shape-unread = Nicht lesbare Zeichnungen des Ortes „{ $place }“: { $count }. Wählen Sie die Gemeinden selbst aus.
cap-geocode-empty = Der Name oder der Wert des Codes ist leer.
cap-geocode-without-shape = Der Ort hat Codes, aber weder Polygon noch Kreis.
cap-polygon-malformed = „{ $value }“ ist kein Paar Breite,Länge. Das Polygon wird weggelassen.
cap-polygon-too-few = Die Zahl der Punkte des Polygons ist { $count }. Nötig sind mindestens 4.
cap-polygon-not-closed = Der letzte Punkt des Polygons muss derselbe sein wie der erste.
cap-polygon-self-crossing = Das Polygon kreuzt oder berührt sich selbst bei { $position }.
cap-polygon-zero-area = Das Polygon hat keine Fläche.
cap-polygon-vertex-repeated = Das Polygon geht zweimal durch { $position }.
cap-polygon-too-complex = Das Polygon ist zu kompliziert: Wir konnten nicht prüfen, ob es sich kreuzt (Grenze: { $limit } Schritte).
cap-polygon-closed = Der erste Punkt wurde am Ende des Polygons ergänzt, um es zu schließen.
cap-polygon-repaired = Das Polygon wurde als { $used } gelesen.
cap-polygon-vertices-dropped = Punkte, die entfernt wurden, weil sie dem vorigen gleich sind: { $count }.
cap-coordinate-range = { $position } ist kein Ort auf der Erde.
cap-circle-malformed = „{ $value }“ hat nicht die Form Breite,Länge Radius. Der Kreis wird weggelassen.
cap-circle-repaired = Der Kreis „{ $value }“ wurde als { $used } gelesen.
cap-circle-radius = Einen Radius von { $value } km gibt es auf der Erde nicht.
cap-circle-radius-zero = Der Radius ist 0: Der Kreis ist nur ein Punkt.
cap-altitude-invalid = „{ $value }“ ist keine Höhe.
cap-ceiling-without-altitude = Eine größte Höhe (ceiling) ist ohne kleinste Höhe (altitude) angegeben.
cap-ceiling-below-altitude = Die größte Höhe { $ceiling } liegt unter der kleinsten Höhe { $altitude }.

## Für wen die Nachricht bestimmt ist

cap-scope-not-public = Diese Nachricht ist nicht für die Öffentlichkeit bestimmt (scope { $scope }). Sie kann hier gelesen, aber nicht veröffentlicht werden. Muss die Öffentlichkeit Bescheid wissen, schreiben Sie eine neue Warnung.
cap-message-answers = Diese Nachricht antwortet nur auf eine andere ({ $kind }). Es entsteht kein Entwurf daraus.
cap-message-cancels = Diese Nachricht hebt eine andere auf. Sie kann hier gelesen werden, wird aber keine Warnung. Gilt eine unserer Warnungen nicht mehr, heben Sie diese Warnung auf.
cap-message-cancels-ours = Diese Nachricht hebt die Warnung { $alert } auf, die hier aktiv ist. Öffnen Sie diese Warnung und heben Sie sie auf (ein Programm: POST /office/api/alerts/{ $alert }/cancel).
cap-message-cancels-open = Diese Nachricht hebt diejenige auf, aus der der Entwurf { $alert } entstanden ist; er ist hier noch offen. Öffnen Sie diesen Entwurf und verwerfen Sie ihn.
cap-draft-discarded = Der Entwurf { $alert } wurde verworfen: Diese Nachricht hebt diejenige auf, aus der er entstanden ist, und niemand hatte daran gearbeitet.
cap-update-unknown = Die Nachricht, die hiermit aktualisiert wird, ist hier nicht aktiv. Veröffentlicht ist dieser Entwurf eine neue Warnung.
cap-update-names-more = Diese Nachricht aktualisiert auch die Warnung { $alert }, die daneben aktiv bleibt. Beenden Sie diese Warnung oder heben Sie sie auf, wenn sie nicht mehr gilt.

## Signatur

cap-signature-digest-mismatch = Die Nachricht wurde nach dem Signieren verändert.
cap-signature-signature-invalid = Die Signatur wurde nicht mit dem Schlüssel ihres Zertifikats erstellt oder wurde verändert.
cap-signature-certificate-expired = Das Zertifikat von „{ $subject }“ ist abgelaufen.
cap-signature-certificate-not-yet-valid = Das Zertifikat von „{ $subject }“ ist noch nicht gültig.
cap-signature-certificate-not-trusted = Das Zertifikat von „{ $subject }“ stammt von keiner Stelle, der wir vertrauen.
cap-signature-certificate-missing = Bei der Signatur ist kein Zertifikat.
cap-signature-certificate-invalid = Das Zertifikat der Signatur ist nicht lesbar.
cap-signature-unsupported-algorithm = Die Signatur verwendet ein Verfahren, das wir nicht akzeptieren: { $algorithm }.
cap-signature-not-over-whole-message = Es muss genau eine Signatur geben, und sie muss die ganze Nachricht abdecken.

## Feeds

cap-feed-unknown = Diese Datei ist kein Atom- oder RSS-Feed: Sie beginnt mit { $found }.
