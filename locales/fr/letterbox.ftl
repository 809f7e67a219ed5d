# Boxes that people write into: questions during a crisis, words of condolence.

letterbox-now = Boîtes et registres
letterbox-archive = archive
letterbox-question = Boîte à questions
letterbox-condolence = Registre de condoléances
letterbox-ask = Poser une question
letterbox-write = Écrire un mot
letterbox-personal = N’écrivez pas ici une situation personnelle ni le nom de quelqu’un : personne ne pourrait vous répondre.
letterbox-your-question = Votre question
letterbox-your-words = Votre mot
letterbox-hint = 600 caractères au plus, sans lien ni adresse. Votre nom n’est pas demandé.
letterbox-leave-empty = Laissez ce champ vide
letterbox-keep = Une personne lit chaque message. Il est effacé après { $count -> 
    [one] { $count } jour
   *[other] { $count } jours
}, sauf s’il est publié dans un registre.
letterbox-send = Envoyer
letterbox-closed = Cette page n’accepte plus de messages.
letterbox-answers = Réponses
letterbox-messages = Messages
letterbox-no-answers = Il n’y a pas encore de réponse publique.
letterbox-no-messages = Il n’y a pas encore de message.
letterbox-earlier = Messages plus anciens
letterbox-thanks = Merci
letterbox-thanks-question = Une personne va lire votre question. Si elle revient souvent, la réponse paraîtra sur la page de la boîte.
letterbox-thanks-words = Une personne va lire votre mot. Il paraîtra sur la page du registre s’il est accepté.
letterbox-thanks-personal = Vous avez écrit une situation personnelle ? Nous ne pouvons pas y répondre et nous l’effacerons. Ces services peuvent aider :
letterbox-back = Retour à la page
fault-letterbox-words = Écrivez 600 caractères au plus, sans signe invisible.
fault-letterbox-links = Enlevez les liens et les adresses électroniques.
rule-letterbox-not-open = Cette page n’accepte plus de messages.
