# What is wrong with a content file, and what to write instead. One message per code.

content-bad-date = De sleutel ‘{ $key }’ bevat ‘{ $value }’ en dat is geen datum. Schrijf 2026, 2026-11 of 2026-11-21.
content-bad-id = ‘{ $id }’ kan geen adres zijn. Gebruik kleine letters zonder accent, cijfers en koppeltekens.
content-bad-language = ‘{ $value }’ is geen taalcode ({ $key }). Schrijf bijvoorbeeld fr, nl of en.
content-bad-order-of-blocks = De vier titels met ‘##’ staan niet in de verwachte volgorde. Volg het schema van content/README.md.
content-bad-row = De rij ‘{ $row }’ klopt niet: { $what }. Vergelijk ze met de andere rijen van de tabel.
content-bad-source = De bron ‘{ $value }’ is onbekend. Schrijf document:regel (bijvoorbeeld 001:132-196) of voeg ze toe aan sources.toml.
content-bad-toml = Dit bestand is niet leesbaar: { $reason }. Kijk op deze plaats de aanhalingstekens, haakjes en komma’s na.
content-column-count = Deze rij heeft { $found } waarden voor { $expected } kolommen. Vul aan wat ontbreekt, of schrijf "" als de bron niets geeft.
content-duplicate-id = ‘{ $id }’ bestaat al. Kies een andere naam of verwijder de dubbele.
content-empty-text = De tekst ‘{ $key }’ is leeg in het { $lang }. Vul hem in of laat deze taal weg.
content-expired = Deze informatie geldt tot { $date }. Controleer ze en pas de datum aan.
content-front-matter-missing = Het bestand moet beginnen met een blok tussen twee regels +++ met title en summary.
content-heading-level = Een titel begint met één #. Begin titels met ##.
content-html = De HTML-code ‘{ $tag }’ mag niet. Schrijf in Markdown.
content-image-form = De afbeelding ‘{ $link }’ komt niet van deze site. Zet ze in site/static en schrijf haar pad, dat met / begint.
content-image-missing = De afbeelding ‘{ $link }’ bestaat niet. Zet ze in site/static of verbeter de naam.
content-image-without-alt = Deze afbeelding heeft geen alternatieve tekst. Schrijf die tussen de haakjes: ![tekst](afbeelding).
content-link-broken = De link ‘{ $link }’ leidt nergens heen. Verbeter het adres of maak de pagina.
content-link-form = De link ‘{ $link }’ heeft niet de juiste vorm. Schrijf @/sectie/id voor een pagina van de portaalsite, of een volledig adres dat met https:// begint.
content-may-not-be-published = Deze waarde heeft merk { $mark } en mag niet worden gepubliceerd. Zet publish = false, of zoek de pagina van de eigenaar.
content-missing-body = De tekst in het { $lang } van ‘{ $id }’ ontbreekt. Maak het bestand { $lang }.md naast item.toml.
content-missing-key = De sleutel ‘{ $key }’ ontbreekt. Voeg hem toe.
content-missing-language = De tekst ‘{ $key }’ ontbreekt in het { $lang }. Voeg de vertaling toe.
content-must-not-be-stored = De sleutel ‘{ $key }’ mag hier niet staan, ook niet verborgen. Verwijder hem.
content-not-one-of = ‘{ $value }’ mag niet voor ‘{ $key }’. Kies uit: { $allowed }.
content-summary-too-long = De samenvatting telt { $length } tekens. Kort ze in tot { $limit }.
content-template-syntax = De tekens ‘{ $sign }’ mogen niet in een tekst. Schrijf het anders.
content-term-language = De tekst zegt ‘{ $found }’, maar de woordenlijst zegt hier ‘{ $expected }’. Neem die vorm over.
content-text-has-control = De tekst ‘{ $key }’ bevat een onzichtbaar teken. Wis het en typ het woord opnieuw.
content-unknown-area = ‘{ $value }’ is van geen enkele gemeente de NIS-code.
content-unknown-key = De sleutel ‘{ $key }’ is hier onbekend. Verbeter de naam of verwijder hem.
content-unknown-reference = ‘{ $value }’ bestaat niet ({ $kind }). Verbeter de naam of maak het element.
content-unreadable = Dit bestand kan niet worden gelezen: { $reason }. Controleer naam en rechten.
content-wrong-type = De sleutel ‘{ $key }’ heeft niet de juiste vorm. Nodig is: { $expected }.
