using System.Collections.Concurrent;

namespace PaperGraph.Graph.Sql;

/// <summary>
/// The texts of statements that were made before: the pieces of one are compared with it, so that a text of some kilobytes is made once and
/// not for every request. What clients send decides which there are, so that all are forgotten when they are many.
/// </summary>
internal sealed class SqlTextCache
{
    private const int MaxTexts = 2_000;

    /// <summary>By a hash of the pieces; of two texts of one hash the later is kept.</summary>
    private readonly ConcurrentDictionary<int, string> texts = new();

    public string Get(List<string> pieces)
    {
        var hash = Hash(pieces);
        if (texts.TryGetValue(hash, out var known) && IsMadeOf(known, pieces)) return known;
        var text = string.Concat(pieces);
        if (texts.Count >= MaxTexts) texts.Clear();
        texts[hash] = text;
        return text;
    }

    private static int Hash(List<string> pieces)
    {
        var hash = new HashCode();
        foreach (var piece in pieces)
        {
            // Enough to tell statements from each other; whether they are the same is looked at in whole.
            hash.Add(piece.Length | (piece[0] << 16) | (piece[^1] << 24));
            hash.Add(piece[piece.Length / 2]);
        }
        return hash.ToHashCode();
    }

    private static bool IsMadeOf(string text, List<string> pieces)
    {
        var rest = text.AsSpan();
        foreach (var piece in pieces)
        {
            if (!rest.StartsWith(piece, StringComparison.Ordinal)) return false;
            rest = rest[piece.Length..];
        }
        return rest.IsEmpty;
    }
}
