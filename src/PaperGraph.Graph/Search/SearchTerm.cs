using System.Text.RegularExpressions;

namespace PaperGraph.Graph.Search;

/// <summary>A word or a phrase of a search.</summary>
/// <param name="Text">As it was typed, without quotes and prefixes.</param>
/// <param name="IsPhrase">Whether it stood in quotes.</param>
/// <param name="IsExcluded">Whether no paper may have it.</param>
/// <param name="IsOfTitle">Whether it has to stand in the title.</param>
internal sealed partial record SearchTerm(string Text, bool IsPhrase, bool IsExcluded, bool IsOfTitle)
{
    /// <summary>
    /// How else it is written. Texts are found by their joined words written as one too (<c>search_text</c>), so that of "pre-training",
    /// "pretraining" and "PreTraining" each finds what has another; what is in quotes is found as it is.
    /// </summary>
    public IReadOnlyList<string> Forms { get; init; } = IsPhrase ? [] : [.. OtherForms(Text)];

    /// <summary>The operand of <c>to_tsquery</c>, whose words PostgreSQL takes for a phrase.</summary>
    public string Operand
    {
        get
        {
            var weight = IsOfTitle ? ":A" : "";
            var whole = string.Join(" | ", Forms.Prepend(Text).Select(form => $"'{Quotable(form)}'{weight}"));
            if (Forms.Count > 0) whole = $"({whole})";
            return IsExcluded ? $"!{whole}" : whole;
        }
    }

    /// <summary>
    /// This and the next, of which each may be written as one word with the other: "fine tuning" is "finetuning" too.
    /// </summary>
    public static (SearchTerm, SearchTerm) WithJoined(SearchTerm one, SearchTerm next)
    {
        if (!one.CanBeJoined || !next.CanBeJoined || char.IsAsciiDigit(next.Text[0])) return (one, next);
        var joined = one.Text + next.Text;
        return (one with { Forms = [.. one.Forms, joined] }, next with { Forms = [.. next.Forms, joined] });
    }

    private bool CanBeJoined =>
        !IsPhrase && !IsExcluded && !IsOfTitle && Text.All(char.IsAsciiLetterOrDigit) && !StopWords.IsOne(Text);

    private static IEnumerable<string> OtherForms(string text)
    {
        var joined = Hyphen().Replace(text, "");
        if (joined.Length != text.Length) yield return joined;
        // A stop word is in no index: "DoRA" would be all that has "RA".
        var parts = InnerCapital().Split(text);
        if (parts.Length > 1 && !parts.Any(StopWords.IsOne)) yield return string.Join(' ', parts);
    }

    /// <summary>Quotes and backslashes are nothing to the parser of texts, as blanks are, and much to that of queries.</summary>
    private static string Quotable(string text) => text.Replace('\'', ' ').Replace('\\', ' ');

    /// <summary>What joins two words; the number behind a name is apart from it anyway.</summary>
    [GeneratedRegex("(?<=[A-Za-z0-9])-(?=[A-Za-z])")]
    private static partial Regex Hyphen();

    /// <summary>Where "VideoMME" and "Qwen2.5VL" go on with another word; "3D" is one.</summary>
    [GeneratedRegex("(?<=[a-z])(?=[A-Z])|(?<=[0-9])(?=[A-Z][A-Za-z])")]
    private static partial Regex InnerCapital();
}
