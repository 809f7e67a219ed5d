# Boxes that people write into: questions during a crisis, words of condolence.

letterbox-now = Bussen en registers
letterbox-archive = archief
letterbox-question = Vragenbus
letterbox-condolence = Rouwregister
letterbox-ask = Een vraag stellen
letterbox-write = Een boodschap schrijven
letterbox-personal = Schrijf hier geen persoonlijke situatie en geen naam van iemand: niemand zou u kunnen antwoorden.
letterbox-your-question = Uw vraag
letterbox-your-words = Uw boodschap
letterbox-hint = Hoogstens 600 tekens, zonder link of adres. Uw naam wordt niet gevraagd.
letterbox-leave-empty = Laat dit veld leeg
letterbox-keep = Iemand leest elk bericht. Het wordt gewist na { $count -> 
    [one] { $count } dag
   *[other] { $count } dagen
}, behalve als het in een register verschijnt.
letterbox-send = Versturen
letterbox-closed = Deze pagina neemt geen berichten meer aan.
letterbox-answers = Antwoorden
letterbox-messages = Berichten
letterbox-no-answers = Er is nog geen openbaar antwoord.
letterbox-no-messages = Er is nog geen bericht.
letterbox-earlier = Oudere berichten
letterbox-thanks = Dank u
letterbox-thanks-question = Iemand leest uw vraag. Komt ze vaak terug, dan verschijnt het antwoord op de pagina van de bus.
letterbox-thanks-words = Iemand leest uw boodschap. Ze verschijnt op de pagina van het register als ze aanvaard is.
letterbox-thanks-personal = Schreef u over een persoonlijke situatie? Wij kunnen er niet op antwoorden en wissen het bericht. Deze diensten kunnen helpen:
letterbox-back = Terug naar de pagina
fault-letterbox-words = Schrijf hoogstens 600 tekens, zonder onzichtbare tekens.
fault-letterbox-links = Haal links en e-mailadressen weg.
rule-letterbox-not-open = Deze pagina neemt geen berichten meer aan.
