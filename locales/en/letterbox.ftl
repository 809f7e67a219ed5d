# Boxes that people write into: questions during a crisis, words of condolence.

letterbox-now = Boxes and books
letterbox-archive = archive
letterbox-question = Question box
letterbox-condolence = Book of condolence
letterbox-ask = Ask a question
letterbox-write = Write a few words
letterbox-personal = Do not write about a personal situation here, nor anybody’s name: nobody could answer you.
letterbox-your-question = Your question
letterbox-your-words = Your words
letterbox-hint = 600 characters at most, no links or addresses. We do not ask for your name.
letterbox-leave-empty = Leave this field empty
letterbox-keep = A person reads each message. It is erased after { $count -> 
    [one] { $count } day
   *[other] { $count } days
}, unless it is published in a book.
letterbox-send = Send
letterbox-closed = This page no longer takes messages.
letterbox-answers = Answers
letterbox-messages = Messages
letterbox-no-answers = There is no public answer yet.
letterbox-no-messages = There is no message yet.
letterbox-earlier = Earlier messages
letterbox-thanks = Thank you
letterbox-thanks-question = A person will read your question. If it comes up often, the answer will appear on the page of the box.
letterbox-thanks-words = A person will read your words. They will appear on the page of the book if they are accepted.
letterbox-thanks-personal = Did you write about a personal situation? We cannot answer it and will erase it. These services can help:
letterbox-back = Back to the page
fault-letterbox-words = Write 600 characters at most, without invisible characters.
fault-letterbox-links = Remove links and e-mail addresses.
rule-letterbox-not-open = This page no longer takes messages.
