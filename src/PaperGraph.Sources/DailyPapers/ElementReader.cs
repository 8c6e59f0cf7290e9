using System.Text.RegularExpressions;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Lines to elements. Empty lines are a help and no more: a byline may be glued to the text before it or behind it, its
/// lines may stand apart or be one, and the lines of a paragraph may be wrapped.
/// </summary>
internal sealed partial class ElementReader(PageLayout layout, Action<PageElement> next, Action<PageProblem> report)
{
    private const int MaxTextLength = 1_000_000;
    private const int MaxSubmitterLength = 60;
    private const int MaxSubmitterWords = 4;

    private readonly TextBlock text = new(layout);
    private string lastText = "";
    private bool textEnded;
    private TextLine? separator;
    private BylineElement? byline;
    private TextLine? bylineSeparator;
    private bool bylinePaused;
    private bool submitterFollows;
    private bool hasBylines;
    private bool hasText;
    private bool numbersLead;
    private bool dateFollows;

    public void Push(TextLine line)
    {
        if (line.Damage is { } damage)
            report(new PageProblem(line.Number, damage.Column, Prose.Line(line.Text), damage.Message, damage.Advice));

        line = line with { Text = PrintedLine.Clean(line.Text), Printed = line.Text };
        if (line.Text.Length == 0 && line.Damage is null)
        {
            textEnded = text.Count > 0;
            bylinePaused = true;
            dateFollows = false;
            return;
        }
        if (IsRepeated(line) || IsOfSite(line)) return;
        var mayBeDate = dateFollows;
        dateFollows = false;
        if (submitterFollows && TakeSubmitter(line)) return;
        if (line.Damage is null && BylineLine.Parse(line.Text) is { } part && TakeByline(line, part)) return;
        if (line.Damage is null && BylineLine.ParseNumber(line.Text) is { } number && TakeNumber(line, number)) return;
        if (line.Damage is null && TakeBoilerplate(line)) return;
        if (mayBeDate && PrintedDate.MayBeUnread(line.Text))
            TakeUnreadDate(line);
        else
            TakeText(line);
    }

    public void Complete()
    {
        DropSeparator();
        FlushText();
        FlushByline();
    }

    // The line before may be wrapped, so that this one may go on with its sentence.
    private bool IsInsideParagraph(TextLine line) => !textEnded && text.MayGoOn(line);

    // A line that stands there twice; numbers may, and so may lines of the site.
    private bool IsRepeated(TextLine line)
    {
        var isRepeated = line.Text == lastText && line.Damage is null && BylineLine.ParseNumber(line.Text) is null
            && !Boilerplate.IsHeading(line.Text) && !Boilerplate.IsAround(line.Text) && !Boilerplate.IsSubmitter(line.Text);
        lastText = line.Text;
        if (!isRepeated) return false;
        report(new PageProblem(line.Number, 1, line.Text, "This line repeats the one before it.",
            "It is read once; look whether a line is missing here."));
        return true;
    }

    private bool IsOfSite(TextLine line)
    {
        if (!layout.SiteLines.Contains(line.Text) || line.Damage is not null) return false;
        report(new PageProblem(
            line.Number, 1, line.Text, "This line stands on this page again and again, so that it is taken for the site's.", "There is nothing to do if it is.")
        {
            IsOfSite = true,
        });
        return true;
    }

    private bool TakeByline(TextLine line, BylineLine part)
    {
        if (part.IsSeparator) return TakeSeparator(line);

        var isAlone = part.Authors is null && part.Organization is null && separator is null && byline is null;
        if (isAlone && IsInsideParagraph(line)) return false;

        TextElement? opening = null;
        if (part.Organization is { } organization)
            opening = text.Element(line with { Text = organization });
        else if (part.Authors is null && separator is not null)
            opening = TakeLast();
        var hasSeparator = separator is not null || part is { Date: not null, Authors: not null } or { Organization: not null };
        separator = null;
        FlushText();

        var isContinued = byline is not null && opening is null
            && (part.Authors is null || (byline.Authors is null && byline.Date is null))
            && (part.Date is null || byline.Date is null);
        if (!isContinued) FlushByline();
        byline = byline is null
            ? new BylineElement(opening?.Line ?? line.Number, opening, part.Authors, part.Date, part.Comments, line.Text)
            {
                HasSeparator = hasSeparator,
            }
            : byline with
            {
                Authors = byline.Authors ?? part.Authors,
                Date = byline.Date ?? part.Date,
                Comments = part.Comments ?? byline.Comments,
                HasSeparator = hasSeparator || byline.HasSeparator || bylineSeparator is not null,
                Words = $"{byline.Words} · {line.Text}",
            };
        bylinePaused = false;
        dateFollows = byline is { Date: null };
        return true;
    }

    private bool TakeSeparator(TextLine line)
    {
        if (line.Text is "-" or "*" or "–" or "—" or "--" or "/" && IsInsideParagraph(line) && text.Count > 1) return false;
        DropSeparator();
        dateFollows = true;
        if (byline is { Date: null })
        {
            if (byline.HasSeparator)
                report(new PageProblem(line.Number, 1, line.Text, "This byline has a separator before its authors and another one behind them.",
                    "Look whether a part of another byline stands here."));
            bylineSeparator = line;
            return true;
        }

        FlushByline();
        separator = line;
        return true;
    }

    private bool TakeNumber(TextLine line, int number)
    {
        // What stands right below the day of the page leads the first title.
        if (byline is { Authors: null, Opening: null, HasSeparator: false } && !hasBylines && !hasText) FlushByline(isOfPaper: false);
        if (byline is { Comments: null } && !bylinePaused && !numbersLead)
        {
            byline = byline with { Comments = number, Words = $"{byline.Words} {line.Text}" };
            return true;
        }
        if (IsInsideParagraph(line)) return false;
        numbersLead |= !hasBylines;
        Break();
        next(new NumberElement(line.Number, number));
        return true;
    }

    private bool TakeSubmitter(TextLine line)
    {
        submitterFollows = false;
        return line.Text.Length <= MaxSubmitterLength && line.Text.AsSpan().Count(' ') < MaxSubmitterWords
            && !line.Text.Contains(':', StringComparison.Ordinal) && BylineLine.ParseNumber(line.Text) is null;
    }

    private bool TakeBoilerplate(TextLine line)
    {
        var isMark = Boilerplate.IsMark(line.Text);
        if (!isMark && IsInsideParagraph(line)) return false;

        if (isMark || Boilerplate.IsHeading(line.Text))
        {
            Break();
            hasBylines = hasText = numbersLead = false;
            next(new HeadingElement(line.Number, isMark));
            return true;
        }
        if (Boilerplate.IsSubmitter(line.Text) && line.Text.Length <= MaxSubmitterLength)
        {
            Break();
            submitterFollows = line.Text.Length <= Boilerplate.SubmittedBy.Length + 1;
            next(new SubmitterElement(line.Number));
            return true;
        }
        if (Boilerplate.IsAround(line.Text))
        {
            Break();
            return true;
        }
        if (line.Text.Length <= 200 && (AddressPattern().IsMatch(line.Text) || IdPattern().IsMatch(line.Text)))
        {
            Break();
            next(new AddressElement(line.Number, line.Text));
            return true;
        }
        return false;
    }

    private void TakeText(TextLine line)
    {
        DropSeparator();
        if (textEnded || text.Length > MaxTextLength) FlushText();
        FlushByline(isOfPaper: hasText);
        hasText = true;
        text.Add(line);
    }

    private void TakeUnreadDate(TextLine line)
    {
        var opening = separator is null ? null : TakeLast();
        separator = null;
        FlushText();
        if (opening is not null)
        {
            FlushByline();
            byline = new BylineElement(opening.Line, opening, null, null, null, line.Text);
        }
        if (byline is not null)
            byline = byline with { IsDateTold = true, HasSeparator = byline.HasSeparator || bylineSeparator is not null || opening is not null };
        report(new PageProblem(line.Number, 1, line.Text, "This is no date that can be read, though a byline has its date here.",
            "Correct it to one such as “Dec 6, 2023”; until then the date is unknown."));
        FlushByline();
    }

    private void Break()
    {
        DropSeparator();
        FlushText();
        FlushByline();
    }

    private void DropSeparator()
    {
        if (separator is not { } line) return;
        separator = null;
        FlushText();
        ReportSeparator(line);
    }

    private void ReportSeparator(TextLine line) =>
        report(new PageProblem(line.Number, 1, line.Text, "This separator of a byline has no date or number of authors behind it.",
            "Look whether the page was cut off or changed here."));

    private void FlushByline(bool isOfPaper = true)
    {
        if (byline is null) return;
        var finished = byline;
        if (bylineSeparator is { } line && finished is { Date: null, IsDateTold: false })
        {
            ReportSeparator(line);
            finished = finished with { IsDateTold = true };
        }
        bylineSeparator = null;
        hasBylines |= isOfPaper;
        byline = null;
        next(finished);
    }

    private void FlushText()
    {
        textEnded = false;
        foreach (var element in text.Take())
        {
            ReportGuess(element);
            next(element);
        }
    }

    private TextElement? TakeLast()
    {
        var last = text.TakeLast();
        if (last is not null) ReportGuess(last);
        return last;
    }

    private void ReportGuess(TextElement element)
    {
        if (!element.IsGuessed) return;
        report(new PageProblem(
            element.Line, 1, element.Source, "It is not certain that these lines are one text, or where words end between them.",
            "Look whether it was read right; or save the page without wrapping its lines."));
    }

    [GeneratedRegex(
        @"^<?https?://(?:www\.)?(?:huggingface\.co/papers|arxiv\.org/(?:abs|pdf))/[^\s>]+>?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"^arxiv: ?\d{4}\.\d{4,5}(?:v\d+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
