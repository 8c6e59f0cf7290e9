using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>What is told of lines before it is known which paper they belong to.</summary>
internal sealed partial class ElementReader
{
    private static EventElement Damaged(TextLine line, LineDamage damage) =>
        new(new PageProblem(line.Number, damage.Column, Prose.Line(line.Text), damage.Message, damage.Advice));

    private static EventElement Repeated(TextLine line) => Problem(
        line, "This line repeats the one before it.", "It is read once; look whether a line is missing here.");

    private static EventElement OfSite(TextLine line) => Problem(
        line, "This line stands on this page again and again, so that it is taken for the site's.", "There is nothing to do if it is.",
        isOfSite: true);

    private static EventElement SecondSeparator(TextLine line) => Problem(
        line, "This byline has a separator before its authors and another one behind them.",
        "Look whether a part of another byline stands here.");

    private static EventElement LoneSeparator(TextLine line) => Problem(
        line, "This separator of a byline has no date or number of authors behind it.",
        "Look whether the page was cut off or changed here.");

    private static EventElement UnreadDate(TextLine line) => Problem(
        line, "This is no date that can be read, though a byline has its date here.",
        "Correct it to one such as “Dec 6, 2023”; until then the date is unknown.");

    private static EventElement Guessed(TextElement element) => new(new PageProblem(
        element.Line, 1, element.Source, "It is not certain that these lines are one text, or where words end between them.",
        "Look whether it was read right; or save the page without wrapping its lines."));

    private static EventElement Problem(TextLine line, string message, string advice, bool isOfSite = false) =>
        new(new PageProblem(line.Number, 1, line.Text, message, advice) { IsOfSite = isOfSite });
}
