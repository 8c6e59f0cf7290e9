using System.Text;
using PaperGraph.Model;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>Leaves out of what a page states the texts that are longer than the database keeps, and reports them.</summary>
internal sealed class TextLimiter(PageRecord page)
{
    private readonly List<ReadProblem> problems = [];

    public IReadOnlyList<ReadProblem> Problems => problems;

    /// <summary>The text; null where it is longer than so many characters.</summary>
    public string? Kept(StatedThing of, string what, string? text, int limit)
    {
        if (text is null || text.Length <= limit) return text;
        problems.Add(Problem(of, what, text, $"{limit} characters"));
        return null;
    }

    /// <summary>The address; null where it is longer than <see cref="TextLimits.Url"/>.</summary>
    public string? KeptUrl(StatedThing of, string what, string? url)
    {
        if (url is null || Encoding.UTF8.GetByteCount(url) <= TextLimits.Url) return url;
        problems.Add(Problem(of, what, url, $"{TextLimits.Url} bytes"));
        return null;
    }

    private ReadProblem Problem(StatedThing of, string what, string words, string limit) => new()
    {
        Source = page.Source,
        File = page.Name,
        Line = of.Line,
        Words = words,
        Message = $"The {what} of \"{of.Name}\" is longer than {limit}.",
        Advice = $"It is left out; {of.Rest} is kept.",
        IsRecord = what == of.Needs,
    };

    /// <summary>What the text belongs to.</summary>
    /// <param name="Rest">What is kept without the text, in words.</param>
    /// <param name="Needs">The text without which nothing is kept; null where there is none.</param>
    internal readonly record struct StatedThing(string Name, int? Line, string Rest, string? Needs = null);
}
