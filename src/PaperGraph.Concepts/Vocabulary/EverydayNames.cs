using System.Collections.Frozen;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>
/// Names that are everyday words or phrases as well: "it attracted attention" names no attention mechanism, "recommendations for practice"
/// no recommender system. Each counts only in the context that its row tells.
/// </summary>
internal sealed class EverydayNames
{
    public const string FileName = "everyday.tsv";

    private readonly FrozenDictionary<string, EverydayContext> byForms;
    private readonly FrozenSet<string> keys;

    private EverydayNames(IEnumerable<string[]> rows)
    {
        var names = rows
            .Select(row => (Name: row[0], Sense: new EverydayContext(Words(row[1]), Words(row[2]), Words(row[3]), Words(row[4]))))
            .ToList();
        byForms = names.ToFrozenDictionary(name => Forms(name.Name), name => name.Sense);
        keys = names.Select(name => ConceptKey.Create(name.Name)).ToFrozenSet();
    }

    public static EverydayNames Default { get; } = new(ShippedData.Rows(FileName));

    /// <summary>The row of a name, or null where it is none of these.</summary>
    /// <param name="forms">The forms of its parts, with blanks between.</param>
    public EverydayContext? Find(string forms) => byForms.GetValueOrDefault(forms);

    /// <summary>True where a phrase with this key is no name by itself.</summary>
    public bool HasKey(string key) => keys.Contains(key);

    public static string Forms(string name) => string.Join(' ', WordPart.Split(Tokenizer.Tokens(name)).ConvertAll(part => part.Form));

    private static FrozenSet<string> Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}

/// <summary>The words that make a name of an everyday word, as forms.</summary>
/// <param name="Before">Words of which one stands right before the name.</param>
/// <param name="Behind">Words of which one stands right behind the name.</param>
/// <param name="Near">Words that make it a name by standing in the same sentence.</param>
/// <param name="Unless">Among the few words before it, these make it an everyday word all the same.</param>
internal sealed record EverydayContext(FrozenSet<string> Before, FrozenSet<string> Behind, FrozenSet<string> Near, FrozenSet<string> Unless)
{
    private const int ReachOfUnless = 4;

    /// <summary>No context helps: it has to be written as a name.</summary>
    public bool NeedsCapitals => Before.Count + Behind.Count + Near.Count == 0;

    public bool MeansName(List<Token> tokens, List<WordPart> parts, int first, int end)
    {
        for (var i = Math.Max(0, first - ReachOfUnless); i < first; i++)
            if (Unless.Contains(parts[i].Form) || Unless.Contains(tokens[parts[i].Token].Lower)) return false;
        if (first > 0 && Before.Contains(parts[first - 1].Form)) return true;
        if (end < parts.Count && Behind.Contains(parts[end].Form)) return true;
        if (Near.Count == 0) return false;
        for (var i = first - 1; i >= 0 && !Sentences.IsMark(tokens[parts[i].Token]); i--)
            if (Near.Contains(parts[i].Form)) return true;
        for (var i = end; i < parts.Count && !Sentences.IsMark(tokens[parts[i].Token]); i++)
            if (Near.Contains(parts[i].Form)) return true;
        return false;
    }
}
