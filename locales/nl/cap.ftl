# What a check of an imported CAP message found, for the person who imports it.
# The line and the element are shown next to the sentence.

## Bytes and text

cap-input-too-large = Het bestand is te groot: { $size } bytes. De grens is { $limit } bytes.
cap-encoding-unsupported = De tekencodering { $encoding } wordt niet ondersteund. Gebruik UTF-8.
cap-encoding-invalid = Het bestand bevat tekens die geen { $encoding } zijn. Bewaar het opnieuw in UTF-8.
cap-encoding-conflict = Het bestand meldt de codering { $declared }, maar is geschreven in { $found }.
cap-findings-cut = Alleen de eerste { $limit } opmerkingen staan in de lijst.

## XML

cap-xml-doctype = Het bestand bevat een DOCTYPE-declaratie. Voor de veiligheid wordt die geweigerd: verwijder ze.
cap-xml-empty = Het bestand bevat geen enkel element.
cap-xml-unexpected-end = Het bestand houdt te vroeg op. Misschien is het niet volledig.
cap-xml-malformed = ‘{ $found }’ hoort hier niet.
cap-xml-before-root = Er staat tekst voor het eerste element. Verwijder die.
cap-xml-after-root = Er staat nog inhoud na het einde van het bericht. Verwijder die.
cap-xml-tag-mismatch = Het element { $open } wordt gesloten met { $close }. Beide namen moeten gelijk zijn.
cap-xml-character-invalid = Het teken { $character } mag niet in XML.
cap-xml-entity-unknown = De entiteit { $entity } is niet gedefinieerd.
cap-xml-attribute-repeated = Het attribuut { $attribute } komt twee keer voor.
cap-xml-prefix-unknown = Het voorvoegsel { $prefix } is aan geen naamruimte gekoppeld.
cap-xml-leading-space = Er staat een spatie of een lege regel voor de XML-declaratie. Verwijder die.
cap-limit-depth = De elementen zijn meer dan { $limit } niveaus diep genest.
cap-limit-elements = Het bestand heeft meer dan { $limit } elementen.
cap-limit-attributes = Er zijn meer dan { $limit } attributen.
cap-limit-name = Een naam of attribuut is langer dan { $limit } bytes.
cap-limit-text = Een tekst is langer dan { $limit } bytes.
cap-limit-vertices = De veelhoeken hebben meer dan { $limit } punten. Maak ze eenvoudiger.

## Schema

cap-root-unknown = Dit bestand is geen CAP-bericht: het begint met { $found }.
cap-version-unsupported = De naamruimte { $namespace } is geen ondersteunde versie van CAP.
cap-namespace-assumed = De naamruimte ontbreekt. We gaan uit van { $namespace }.
cap-element-missing = Het element { $missing } ontbreekt.
cap-element-order = Dit element moet voor { $after } staan.
cap-element-repeated = Dit element mag maar één keer voorkomen.
cap-element-unknown = Het element { $name } hoort niet bij CAP (naamruimte: { $namespace }).
cap-element-nested = Een tekst mag het element { $child } niet bevatten.
cap-element-empty = Dit element is leeg en telt als afwezig.
cap-text-unexpected = De tekst ‘{ $text }’ mag niet tussen twee elementen staan.
cap-attribute-unexpected = Het attribuut { $attribute } hoort niet bij CAP.
cap-value-unknown = De waarde ‘{ $value }’ mag niet. Mogelijke waarden: { $allowed }.
cap-value-repaired = De waarde ‘{ $value }’ is gelezen als ‘{ $used }’.
cap-date-format = De datum ‘{ $value }’ heeft niet de juiste vorm. Voorbeeld: 2002-05-24T16:49:00-07:00.
cap-date-range = De datum ‘{ $value }’ bestaat niet in de kalender.
cap-date-no-offset = De datum ‘{ $value }’ vermeldt geen tijdsverschil, bijvoorbeeld +01:00.
cap-uri-dropped = ‘{ $value }’ is geen adres en is weggelaten.
cap-uri-format = ‘{ $value }’ is geen adres, ook geen relatief adres.
cap-language-format = ‘{ $value }’ is geen taalcode. Voorbeeld: nl-BE.
cap-number-format = ‘{ $value }’ is geen getal.

## Message

cap-text-characters = Het teken { $character } kan niet in XML worden geschreven.
cap-word-quote = ‘{ $value }’ kan niet als één woord van een lijst worden geschreven.
cap-text-empty = Deze tekst is verplicht, maar leeg.
cap-identifier-characters = De identificatie ‘{ $value }’ bevat een spatie, een komma, < of &.
cap-sender-characters = De afzender ‘{ $value }’ bevat een spatie, een komma, < of &.
cap-references-missing = Een bericht van het type { $msgType } moet de berichten noemen waarover het gaat.
cap-reference-malformed = De verwijzing ‘{ $value }’ heeft niet de vorm afzender,identificatie,verzenddatum.
cap-reference-self = Het bericht { $identifier } verwijst naar zichzelf.
cap-reference-repeated = Het bericht { $identifier } wordt twee keer genoemd.
cap-reference-later = Het genoemde bericht { $identifier } is na dit bericht verstuurd.
cap-reference-unknown = Het bericht { $identifier } van { $sender } is hier niet bekend.
cap-identifier-reused = { $sender } heeft al een ander bericht verstuurd met de identificatie { $identifier }.
cap-restriction-missing = Een beperkt bericht (Restricted) moet zeggen volgens welke regel.
cap-restriction-unexpected = Een bericht met bereik { $scope } mag geen beperking bevatten.
cap-addresses-missing = Een privébericht (Private) moet zijn ontvangers noemen.
cap-exercise-note-missing = De opmerking zou moeten zeggen om welke oefening het gaat.
cap-error-note-missing = De opmerking zou de reden van de weigering moeten geven.
cap-info-missing = Een bericht van het type { $msgType } zou informatie moeten bevatten.

## Information

cap-language-assumed = Er is geen taal vermeld. Het bericht wordt gelezen als { $language }.
cap-language-missing = Er is geen informatie in de taal { $language }.
cap-language-overrides = Een later blok in { $language } verandert { $field } van een eerder blok.
cap-languages-differ = De teksten in { $language } en { $other } geven niet dezelfde waarde voor { $field }.
cap-category-missing = De categorie ontbreekt.
cap-category-repeated = De categorie { $value } komt twee keer voor.
cap-effective-before-sent = Het bericht geldt vanaf { $effective }, nog voor het op { $sent } is verstuurd.
cap-expires-missing = Het bericht heeft geen einde. Geef er een op.
cap-expires-before-sent = Het bericht eindigt op { $expires }, nog voor het op { $sent } is verstuurd.
cap-expires-before-effective = Het bericht eindigt op { $expires }, nog voor het op { $effective } ingaat.
cap-expires-before-onset = Het bericht eindigt op { $expires }, nog voor de gebeurtenis op { $onset } begint.
cap-headline-missing = De titel ontbreekt.
cap-headline-long = De titel telt { $length } tekens. Gebruik er best niet meer dan { $limit }.
cap-description-missing = De beschrijving ontbreekt.
cap-instruction-missing = De richtlijn ontbreekt: zeg wat de mensen moeten doen.
cap-web-not-absolute = ‘{ $value }’ is geen volledig webadres met https://.
cap-uri-invalid = ‘{ $value }’ is geen webadres.
cap-pair-empty = De naam of de waarde is leeg.
cap-area-missing = Er is geen plaats vermeld.

## Resources

cap-mime-type-format = ‘{ $value }’ is geen mediatype. Voorbeeld: image/png.
cap-mime-type-assumed = Het mediatype ontbreekt. We gaan uit van { $used }.
cap-resource-content-missing = Deze bijlage heeft geen adres en geen inhoud.
cap-resource-size-invalid = ‘{ $value }’ is geen grootte in bytes.
cap-resource-size-mismatch = De bijlage telt { $found } bytes, niet { $stated }.
cap-resource-digest-format = ‘{ $value }’ is geen hexadecimale SHA-1-controlewaarde.
cap-resource-digest-mismatch = De controlewaarde van de bijlage is { $found }, niet { $stated }. Misschien is de bijlage gewijzigd.
cap-resource-base64-invalid = De inhoud van de bijlage is geen base64.

## Places

cap-area-shape-missing = De plaats heeft geen veelhoek, geen cirkel en geen code.
cap-area-unread = De plaats ‘{ $place }’ wordt niet herkend ({ $codes }). Duid zelf de gemeenten aan.
cap-shape-unread = Onleesbare tekeningen van de plaats ‘{ $place }’: { $count }. Duid zelf de gemeenten aan.
cap-geocode-empty = De naam of de waarde van de code is leeg.
cap-geocode-without-shape = De plaats heeft codes, maar geen veelhoek of cirkel.
cap-polygon-malformed = ‘{ $value }’ is geen paar breedtegraad,lengtegraad. De veelhoek is weggelaten.
cap-polygon-too-few = Het aantal punten van de veelhoek is { $count }. Er zijn er minstens 4 nodig.
cap-polygon-not-closed = Het laatste punt van de veelhoek moet hetzelfde zijn als het eerste.
cap-polygon-self-crossing = De veelhoek kruist of raakt zichzelf bij { $position }.
cap-polygon-zero-area = De veelhoek heeft geen oppervlakte.
cap-polygon-vertex-repeated = De veelhoek gaat twee keer door { $position }.
cap-polygon-too-complex = De veelhoek is te ingewikkeld: we konden niet nagaan of hij zichzelf kruist (grens: { $limit } stappen).
cap-polygon-closed = Het eerste punt is aan het einde van de veelhoek toegevoegd om hem te sluiten.
cap-polygon-repaired = De veelhoek is gelezen als { $used }.
cap-polygon-vertices-dropped = Punten weggelaten omdat ze gelijk zijn aan het vorige: { $count }.
cap-coordinate-range = { $position } is geen plaats op aarde.
cap-circle-malformed = ‘{ $value }’ heeft niet de vorm breedtegraad,lengtegraad straal. De cirkel is weggelaten.
cap-circle-repaired = De cirkel ‘{ $value }’ is gelezen als { $used }.
cap-circle-radius = Een straal van { $value } km bestaat niet op aarde.
cap-circle-radius-zero = De straal is 0: de cirkel is maar een punt.
cap-altitude-invalid = ‘{ $value }’ is geen hoogte.
cap-ceiling-without-altitude = Er is een maximale hoogte (ceiling) zonder minimale hoogte (altitude).
cap-ceiling-below-altitude = De maximale hoogte { $ceiling } ligt onder de minimale hoogte { $altitude }.

## Voor wie het bericht bedoeld is

cap-scope-not-public = Dit bericht is niet bestemd voor het publiek (scope { $scope }). U kunt het hier lezen, maar niet publiceren. Moet het publiek het weten? Schrijf dan een nieuwe waarschuwing.
cap-message-answers = Dit bericht is alleen een antwoord op een ander ({ $kind }). Er komt geen ontwerp van.
cap-message-cancels = Dit bericht annuleert een ander bericht. U kunt het hier lezen, maar het wordt geen waarschuwing. Geldt een van onze waarschuwingen niet meer? Annuleer dan die waarschuwing.
cap-message-cancels-ours = Dit bericht annuleert de waarschuwing { $alert }, die hier actief is. Open die waarschuwing en annuleer ze (een programma: POST /office/api/alerts/{ $alert }/cancel).
cap-message-cancels-open = Dit bericht annuleert het bericht waaruit het ontwerp { $alert } ontstond, dat hier nog openstaat. Open dat ontwerp en verwerp het.
cap-draft-discarded = Het ontwerp { $alert } is verworpen: dit bericht annuleert het bericht waaruit het ontstond, en niemand had eraan gewerkt.
cap-update-unknown = Het bericht waarvan dit een update is, is hier niet actief. Eenmaal gepubliceerd is dit ontwerp een nieuwe waarschuwing.
cap-update-names-more = Dit bericht is ook een update van de waarschuwing { $alert }, die ernaast blijft lopen. Beëindig of annuleer die waarschuwing als ze niet meer geldt.

## Handtekening

cap-signature-digest-mismatch = Het bericht is gewijzigd nadat het ondertekend werd.
cap-signature-signature-invalid = De handtekening is niet gemaakt met de sleutel van haar certificaat, of ze is gewijzigd.
cap-signature-certificate-expired = Het certificaat van ‘{ $subject }’ is verlopen.
cap-signature-certificate-not-yet-valid = Het certificaat van ‘{ $subject }’ is nog niet geldig.
cap-signature-certificate-not-trusted = Het certificaat van ‘{ $subject }’ komt van geen enkele instantie die we vertrouwen.
cap-signature-certificate-missing = Bij de handtekening zit geen certificaat.
cap-signature-certificate-invalid = Het certificaat van de handtekening is onleesbaar.
cap-signature-unsupported-algorithm = De handtekening gebruikt een methode die we niet aanvaarden: { $algorithm }.
cap-signature-not-over-whole-message = Er moet precies één handtekening zijn, en ze moet het hele bericht dekken.

## Feeds

cap-feed-unknown = Dit bestand is geen Atom- of RSS-feed: het begint met { $found }.
