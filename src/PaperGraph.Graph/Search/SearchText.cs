using System.Text;
using System.Text.RegularExpressions;

namespace PaperGraph.Graph.Search;

/// <summary>
/// What a person types to search for words: all of them, phrases in quotes, <c>OR</c> between two of which one is enough, a minus sign
/// before what is not to occur, <c>title:</c> before what has to stand in the title. Whatever else is typed is no error: a quote that is
/// not closed goes on to the end, and what has neither letter nor digit is left out, as is "papers about" before what they are about.
/// </summary>
internal sealed partial class SearchText
{
    private const string TitlePrefix = "title:";

    /// <summary>Of how many words one may be missing: as many queries are made of them.</summary>
    private const int MaxAllButOne = 16;

    private readonly List<List<SearchTerm>> clauses = [];

    private SearchText()
    {
    }

    /// <summary>All of these have to hold, and of each one of its terms.</summary>
    public IReadOnlyList<IReadOnlyList<SearchTerm>> Clauses => clauses;

    /// <summary>The terms that papers are to have.</summary>
    public IEnumerable<SearchTerm> Wanted => clauses.SelectMany(clause => clause).Where(term => !term.IsExcluded);

    /// <summary>The terms that papers are not to have.</summary>
    public IEnumerable<SearchTerm> Excluded => clauses.SelectMany(clause => clause).Where(term => term.IsExcluded);

    /// <summary>Whether any of the terms that papers are to have is more than words that are in no index.</summary>
    public bool HasWordInIndex => Wanted.Any(term => FoundWords.IsInIndex(term.Text));

    /// <summary>
    /// What <c>to_tsquery</c> takes, to be given to <c>search_words</c> before: that takes apart the words of the operands, and leaves what
    /// is between them as it is. Empty where nothing is searched for.
    /// </summary>
    public string Query => Join(clauses, " & ");

    /// <summary>
    /// The same for texts that have some of the words, where none has all: two that are typed side by side, of two words one of them. Null
    /// where that is no other query.
    /// </summary>
    public string? Relaxed
    {
        get
        {
            var wanted = clauses.Where(IsWanted).ToList();
            if (wanted.Count < 2) return null;
            return Limited(wanted.Count == 2
                ? wanted.Select(clause => Join([clause], ""))
                : wanted.Zip(wanted.Skip(1), (one, next) => Join([one, next], " & ")));
        }
    }

    /// <summary>
    /// The same for texts that have all words but one, which may be mistyped; null where fewer than three or very many are wanted.
    /// </summary>
    public string? AllButOne
    {
        get
        {
            var wanted = clauses.Where(IsWanted).ToList();
            if (wanted.Count is < 3 or > MaxAllButOne) return null;
            return Limited(wanted.Select((_, left) => Join(wanted.Where((_, place) => place != left), " & ")));
        }
    }

    /// <summary>All words, of which one is enough: how many of them a text has is its rank.</summary>
    public string AnyWord => string.Join(" | ", Wanted.Select(term => term.Operand));

    /// <summary>The words side by side, as one operand; empty where they are fewer than two.</summary>
    public string Phrase =>
        Wanted.Skip(1).Any()
            ? new SearchTerm(string.Join(' ', Wanted.Select(term => term.Text)), IsPhrase: true, false, false).Operand
            : "";

    public static SearchText Parse(string text)
    {
        var search = new SearchText();
        var isAlternative = false;
        var rest = text.AsSpan(Introduction().Match(text).Length);
        while (!(rest = rest.TrimStart()).IsEmpty)
        {
            if (TakeOr(ref rest))
            {
                isAlternative = search.clauses.Count > 0;
                continue;
            }
            if (TakeTerm(ref rest) is not { } term) continue;
            if (isAlternative) search.clauses[^1].Add(term);
            else search.clauses.Add([term]);
            isAlternative = false;
        }
        search.JoinNeighbors();
        return search;
    }

    private void JoinNeighbors()
    {
        for (var i = 1; i < clauses.Count; i++)
        {
            if (clauses[i - 1] is [var one] && clauses[i] is [var next])
                (clauses[i - 1][0], clauses[i][0]) = SearchTerm.WithJoined(one, next);
        }
    }

    /// <summary>
    /// Words to search for: runs of letters and digits. Which other characters outside of ASCII are letters PostgreSQL knows from its
    /// locale, so that each counts as a word of its own.
    /// </summary>
    public static int Terms(string text)
    {
        var (count, isInWord) = (0, false);
        foreach (var character in text.EnumerateRunes())
        {
            var isOfWord = WordCharacters.IsOfWord(character, isInWord);
            if (isOfWord ? !isInWord : !character.IsAscii && !Rune.IsWhiteSpace(character)) count++;
            isInWord = isOfWord;
        }
        return count;
    }

    private static bool IsWanted(List<SearchTerm> clause) => clause.Exists(term => !term.IsExcluded);

    /// <summary>One of the parts, and nothing that is excluded.</summary>
    private string Limited(IEnumerable<string> parts)
    {
        var some = string.Join(" | ", parts.Select(part => $"({part})"));
        var excluded = clauses.Where(clause => !IsWanted(clause)).ToList();
        return excluded.Count == 0 ? some : $"({some}) & {Join(excluded, " & ")}";
    }

    private static bool TakeOr(ref ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("OR") || (rest.Length > 2 && !char.IsWhiteSpace(rest[2]))) return false;
        rest = rest[2..];
        return true;
    }

    /// <summary>Null where what is next has no word in it.</summary>
    private static SearchTerm? TakeTerm(ref ReadOnlySpan<char> rest)
    {
        var isExcluded = rest[0] == '-';
        rest = rest.TrimStart('-');
        var isOfTitle = rest.StartsWith(TitlePrefix, StringComparison.OrdinalIgnoreCase);
        if (isOfTitle) rest = rest[TitlePrefix.Length..];

        var isPhrase = !rest.IsEmpty && IsQuote(rest[0]);
        if (isPhrase) rest = rest[1..];
        var end = 0;
        while (end < rest.Length && !(isPhrase ? IsQuote(rest[end]) : IsQuote(rest[end]) || char.IsWhiteSpace(rest[end]))) end++;
        var word = rest[..end].Trim();
        rest = rest[Math.Min(rest.Length, isPhrase ? end + 1 : end)..];
        return Terms(word.ToString()) == 0 ? null : new SearchTerm(word.ToString(), isPhrase, isExcluded, isOfTitle);
    }

    private static bool IsQuote(char character) => character is '"' or '\u201C' or '\u201D' or '\u201E';

    private static string Join(IEnumerable<IReadOnlyList<SearchTerm>> clauses, string and) => string.Join(
        and,
        clauses.Select(clause => clause.Count == 1
            ? clause[0].Operand
            : $"({string.Join(" | ", clause.Select(term => term.Operand))})"));

    /// <summary>What a sentence begins with that asks for papers, where something follows; "papers with code" are asked for.</summary>
    [GeneratedRegex(
        """
        ^\s*(?:(?:please|find|show|search|list|give|get|me|us|for|all|any|some|the|an?|recent|new|latest)\s+)*
        (?:papers?|articles?|publications?|preprints?|research|stud(?:y|ies)|works?)\s+
        (?:about|on|regarding|concerning|using|
          (?:that|which)(?:\s+(?:are\s+about|uses?|mentions?|discuss|describes?|deal\s+with))?)\s+(?=\S)
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Introduction();
}
