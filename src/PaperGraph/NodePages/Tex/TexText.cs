using System.Text;
using System.Text.RegularExpressions;

namespace PaperGraph.NodePages.Tex;

/// <summary>
/// A stored text with the TeX that titles and abstracts have as Unicode. Of what is not sure to be TeX, or has no such form, all stays as
/// typed. The scripts do the same (Web/frame/tex.ts), and tests hold both against the same cases.
/// </summary>
internal static partial class TexText
{
    public static string Show(string stored) => Show(stored, []).Text;

    /// <summary>The same with marks on its words; a mark that begins or ends within TeX takes all of that.</summary>
    public static (string Text, IReadOnlyList<TextMark> Marks) Show(string stored, IReadOnlyCollection<TextMark> marks)
    {
        if (stored.AsSpan().IndexOfAny('$', '\\') < 0) return (stored, [.. marks]);
        var text = new StringBuilder();
        var places = new List<Place>();
        var at = 0;
        foreach (Match match in Spans().Matches(stored))
        {
            var shown = match.Groups["math"] is { Success: true } math ? MathOf(math.Value) : match.Groups["words"].Value;
            if (shown is null) continue;
            text.Append(stored, at, match.Index - at);
            var start = text.Length;
            text.Append(shown);
            at = match.Index + match.Length;
            places.Add(new Place(match.Index, at, start, text.Length));
        }
        text.Append(stored, at, stored.Length - at);
        return (text.ToString(), [.. marks.Where(mark => mark.IsIn(stored)).Select(mark => Moved(mark, places))]);
    }

    /// <summary>What stands between dollars; null where it is to stay as typed.</summary>
    private static string? MathOf(string typed) =>
        LooksLikeMath().IsMatch(typed) && new MathText(typed).TryRead(out var shown) ? shown : null;

    private static TextMark Moved(TextMark mark, List<Place> places)
    {
        var start = places.FindLast(place => place.From <= mark.Start)?.Of(mark.Start, isEnd: false) ?? mark.Start;
        var end = places.FindLast(place => place.From < mark.End)?.Of(mark.End, isEnd: true) ?? mark.End;
        return mark with { Start = start, Length = end - start };
    }

    [GeneratedRegex(
        """(?<![\\$])\$(?!\s)(?<math>[^$\n]{1,80}?)(?<!\s)\$(?![0-9$])"""
        + """|\\(?:text(?:it|bf|rm|sc|tt|sf)?|emph)\{(?<words>[^{}\\$]{1,200})\}""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Spans();

    [GeneratedRegex("""[\\^_{]|^\p{L}(\S*\z|\s?[=<>≤≥])""", RegexOptions.ExplicitCapture)]
    private static partial Regex LooksLikeMath();

    /// <summary>TeX between two places of the stored text, and where its form is in the shown one.</summary>
    private sealed record Place(int From, int To, int Start, int End)
    {
        public int Of(int place, bool isEnd) =>
            place < To || (isEnd && place == To) ? (isEnd ? End : Start) : place - To + End;
    }
}
