using System.Collections.Frozen;

namespace PaperGraph.Concepts.Text;

/// <summary>The words of some texts, each once; those that most texts share were made beforehand. For one thread.</summary>
internal sealed class WordTable
{
    /// <summary>More of them would be found more often, and seldom in the processor's cache.</summary>
    private const int SharedWords = 500;

    private const int UsualWords = 128;

    private static readonly Lazy<FrozenDictionary<string, Word>> Shared = new(MakeShared);

    private readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> shared =
        Shared.Value.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly Dictionary<string, Word> own = new(UsualWords);
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> ownBySpan;

    public WordTable() => ownBySpan = own.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Forgets the words of the texts that were read.</summary>
    public void Clear() => own.Clear();

    public Word GetOrAdd(TokenKind kind, ReadOnlySpan<char> surface)
    {
        if (shared.TryGetValue(surface, out var word) && word.Kind == kind) return word;
        if (ownBySpan.TryGetValue(surface, out word) && word.Kind == kind) return word;
        word = new Word(kind, surface.ToString());
        return own[word.Surface] = word;
    }

    /// <summary>
    /// Function words and the most frequent words of research papers: as sentences hold and as they begin with them, and with an s.
    /// </summary>
    private static FrozenDictionary<string, Word> MakeShared()
    {
        var words = new Dictionary<string, Word>();
        foreach (var form in CommonWords.Function.Concat(CorpusStatistics.MostFrequent.Take(SharedWords)))
            foreach (var surface in (string[])[form, char.ToUpperInvariant(form[0]) + form[1..], form + "s"])
                if (Tokenizer.Tokens(surface) is [{ } token]) words.TryAdd(surface, token.Word);
        return words.ToFrozenDictionary();
    }
}
