/** Given names that stand before surnames in the news of many countries and are seldom anything else. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    "Abdullah Ahmed Alberto Aleksandr Alejandro Alexander Alexei Ali Alice Ana Andreas Andrei Andrzej Angela Anna Antonio " +
    "Barack Benjamin Boris Carlos Carmen Charles Claudia David Dmitri Dmitry Donald Eduardo Elena Elizabeth Emmanuel Enrique " +
    "Erdal Fatma Fernando Francisco Franz François Friedrich Fritz George Giorgio Giovanni Giulia Giuseppe Hans Hassan Heinrich " +
    "Helmut Hillary Hussein Ibrahim Irina Ivan Jacques James Jan Javier Jean Joe John Jorge José Juan Jürgen Karl Kim Klaus " +
    "Laura Luca Luigi Luis Mahmoud Manuel Marco Margaret Maria Marie Mario Martin Mary Matteo Mehmet Michael Michel Miguel " +
    "Mikhail Mohamed Mohammed Muhammad Mustafa Natalia Nicolas Nikolai Olaf Olga Oleg Otto Pablo Paolo Patrick Paul Pedro Peter " +
    "Philippe Pierre Rafael Recep Ricardo Richard Robert Roberto Sergei Sergey Sergio Silvio Sophie Stefan Svetlana Tatiana " +
    "Theresa Thomas Ursula Viktor Vladimir William Wolfgang Xi Yuri"
  ).split(" "),
);
