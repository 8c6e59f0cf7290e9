namespace PaperGraph.Graph.Search;

/// <summary>A word or a phrase of a search.</summary>
/// <param name="Text">As it was typed, without quotes and prefixes.</param>
/// <param name="IsPhrase">Whether it stood in quotes.</param>
/// <param name="IsExcluded">Whether no paper may have it.</param>
/// <param name="IsOfTitle">Whether it has to stand in the title.</param>
internal sealed record SearchTerm(string Text, bool IsPhrase, bool IsExcluded, bool IsOfTitle)
{
    /// <summary>The operand of <c>to_tsquery</c>, whose words PostgreSQL takes for a phrase.</summary>
    public string Operand
    {
        get
        {
            var weight = IsOfTitle ? ":A" : "";
            var whole = $"'{Quotable(Text)}'{weight}";
            if (Joined is { } joined) whole = $"({whole} | '{joined}'{weight})";
            return IsExcluded ? $"!{whole}" : whole;
        }
    }

    /// <summary>"pre-training" is written as one word too; null where there is nothing to join.</summary>
    public string? Joined =>
        !IsPhrase && Text.Contains('-', StringComparison.Ordinal) && Text.All(letter => letter == '-' || char.IsAsciiLetter(letter))
            ? Text.Replace("-", "", StringComparison.Ordinal)
            : null;

    /// <summary>Quotes and backslashes are nothing to the parser of texts, as blanks are, and much to that of queries.</summary>
    private static string Quotable(string text) => text.Replace('\'', ' ').Replace('\\', ' ');
}
