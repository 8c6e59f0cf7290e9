using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// What a paper means by a name that it does not define, where another of its names tells: a short form beside the full name, a
/// short form of its own inside of a longer name or behind plain words, and the last words of a longer name ("denoising" in a paper on
/// image denoising). It holds for this paper alone and makes no name of the concept; what the vocabulary knows keeps its meaning.
/// </summary>
/// <param name="isKnown">Whether a key is in the vocabulary.</param>
/// <param name="isSense">Whether a short form's key is defined as a component, by whichever paper.</param>
internal sealed class PaperContext(
    PaperNames paper, Dictionary<string, ResolvedName> resolved, Func<string, bool> isKnown, Func<string, string, bool> isSense)
{
    private const float Confidence = 0.7f;

    private readonly PrintedName[] names = [.. paper.Names.Select(PrintedName.From)];

    /// <summary>Adds to what is resolved, or takes the place of what only the collection tells.</summary>
    public void Resolve()
    {
        var moves = new NameMoves(resolved);
        foreach (var name in names)
        {
            if (isKnown(name.Key) || resolved.TryGetValue(name.Key, out var meaning) && meaning.ResolvedBy == MentionResolution.Document)
                continue;
            if ((name.IsShort ? InFull(name) : Expanded(name) ?? Bare(name) ?? Whole(name)) is { } component)
                moves.Add(name.Key, component);
        }

        foreach (var (key, component) in moves.Ends().ToList())
            resolved[key] = new ResolvedName(component, MentionResolution.Document, Confidence);
    }

    /// <summary>The only name of the paper that is a sense of the short form, else the only one whose initials spell it.</summary>
    private string? InFull(PrintedName name)
    {
        var letters = LongFormAlignment.Letters(name.Surface);
        return Only(other => isSense(name.Key, resolved[other.Key].ConceptKey))
            ?? Only(other => LongFormAlignment.ByInitials(letters, LongFormAlignment.Words(other.Surface)) == 0);
    }

    private string? Only(Func<PrintedName, bool> isFullName)
    {
        string? only = null;
        foreach (var other in names)
        {
            if (other.IsShort || !resolved.TryGetValue(other.Key, out var meaning) || !isFullName(other)) continue;
            if (only is not null && only != meaning.ConceptKey) return null;
            only = meaning.ConceptKey;
        }

        return only;
    }

    /// <summary>"sparse ZGS" is what "sparse zonal gradient shaping" is, where the paper defines ZGS.</summary>
    private string? Expanded(PrintedName name)
    {
        if (paper.Abbreviations.Count == 0 || !name.Surface.Contains(' ')) return null;
        var words = name.Surface.Split(' ');
        var changed = false;
        for (var i = 0; i < words.Length; i++)
        {
            if (!Plausibility.LooksCoined(words[i]) || paper.LongForm(ConceptKey.Create(words[i])) is not { } longForm) continue;
            words[i] = longForm;
            changed = true;
        }

        return changed && resolved.TryGetValue(ConceptKey.Create(string.Join(' ', words)), out var meaning) ? meaning.ConceptKey : null;
    }

    /// <summary>"slow ZGS" is ZGS, where the paper defines it or names it in its title.</summary>
    private string? Bare(PrintedName name)
    {
        var blank = name.Surface.LastIndexOf(' ');
        if (blank < 0 || !IsPlain(name.Surface.AsSpan(0, blank))) return null;
        foreach (var other in names)
            if (other.Mentions >= name.Mentions && name.Key.EndsWith(other.Key, StringComparison.Ordinal)
                && Plausibility.LooksCoined(other.Surface)
                && !isKnown(other.Key) && (other.IsInTitle || paper.Defines(other.Key))
                && ConceptKey.Create(name.Surface[(blank + 1)..]) == other.Key && resolved.TryGetValue(other.Key, out var meaning))
                return meaning.ConceptKey;
        return null;
    }

    /// <summary>The only longer name that ends so, if the paper uses it at least as often, and not once only.</summary>
    private string? Whole(PrintedName name)
    {
        string? whole = null;
        foreach (var other in names)
        {
            if (other.Mentions < Math.Max(2, name.Mentions) || !EndsIn(other, name.Key)) continue;
            if (!resolved.TryGetValue(other.Key, out var meaning) || whole is not null && whole != meaning.ConceptKey) return null;
            whole = meaning.ConceptKey;
        }

        return whole;
    }

    private static bool EndsIn(PrintedName longer, string key)
    {
        if (longer.Key.Length == key.Length || !longer.Key.EndsWith(key, StringComparison.Ordinal)) return false;
        for (var blank = longer.Surface.IndexOf(' '); blank >= 0; blank = longer.Surface.IndexOf(' ', blank + 1))
            if (ConceptKey.Create(longer.Surface[(blank + 1)..]) == key) return true;
        return false;
    }

    private static bool IsPlain(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
            if (char.IsUpper(c) || char.IsDigit(c)) return false;
        return true;
    }

    /// <param name="Surface">The first of its spellings in ordinal order.</param>
    private sealed record PrintedName(string Key, string Surface, int Mentions, bool IsShort, bool IsInTitle)
    {
        public static PrintedName From(CountedName name)
        {
            var (mentions, inTitle) = (0, false);
            foreach (var surface in name.Surfaces)
            {
                mentions += surface.Count;
                inTitle |= surface.Field == TextField.Title;
            }

            return new PrintedName(name.Key, name.Surfaces[0].Surface, mentions, Senses.IsShort(name.Surfaces[0].Surface), inTitle);
        }
    }
}
