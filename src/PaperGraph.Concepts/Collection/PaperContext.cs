using PaperGraph.Concepts.Abbreviations;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// What a paper means by a name that it does not define, where another of its names tells: a short form beside the full name, a
/// short form of its own inside of a longer name or behind plain words, and the last words of a longer name ("denoising" in a paper on
/// image denoising). It holds for this paper alone and makes no name of the concept; what the vocabulary knows keeps its meaning.
/// </summary>
internal sealed class PaperContext(PaperNames paper, Dictionary<string, ResolvedName> resolved)
{
    private const float Confidence = 0.7f;

    private readonly (PaperName Name, string Surface, int Mentions, bool IsShort)[] names =
    [
        .. paper.Names.Select(name => (name, name.Surfaces[0].Surface, name.Surfaces.Sum(surface => surface.Count), Readings.IsShort(name.Surfaces[0].Surface))),
    ];

    /// <param name="isKnown">Whether a key is in the vocabulary.</param>
    /// <param name="isReading">Whether papers define a short form's key as a component.</param>
    public void Resolve(Func<string, bool> isKnown, Func<string, string, bool> isReading)
    {
        var unclear = names.Where(name => !isKnown(name.Name.Key)
            && !(resolved.TryGetValue(name.Name.Key, out var meaning) && meaning.ResolvedBy == ResolvedBy.Document)).ToList();
        var found = new List<(string Key, ResolvedName Meaning)>();
        foreach (var (name, surface, mentions, isShort) in unclear)
            if ((isShort ? InFull(name.Key, surface, isReading) : Expanded(name.Key, surface) ?? Bare(name.Key, surface, mentions, isKnown) ?? Whole(name.Key, mentions)) is { } component)
                found.Add((name.Key, new ResolvedName(component, ResolvedBy.Document, Confidence)));

        foreach (var (key, meaning) in found) resolved[key] = meaning;
    }

    /// <summary>The only name of the paper that papers define the short form as, else the only one whose initials spell it.</summary>
    private string? InFull(string key, string surface, Func<string, string, bool> isReading)
    {
        var letters = LongFormAlignment.Letters(surface);
        return Only(other => isReading(key, resolved[other.Name.Key].ConceptKey))
            ?? Only(other => other.Surface.Length > surface.Length + 2 && LongFormAlignment.ByInitials(letters, LongFormAlignment.Words(other.Surface)) == 0);

        string? Only(Func<(PaperName Name, string Surface, int Mentions, bool IsShort), bool> isFullName)
        {
            var components = names
                .Where(other => !other.IsShort && resolved.ContainsKey(other.Name.Key) && isFullName(other))
                .Select(other => resolved[other.Name.Key].ConceptKey).Distinct().Take(2).ToList();
            return components is [var only] ? only : null;
        }
    }

    /// <summary>"sparse ZGS" is what "sparse zonal gradient shaping" is, where the paper defines ZGS.</summary>
    private string? Expanded(string key, string surface)
    {
        if (paper.Abbreviations.Count == 0 || !surface.Contains(' ')) return null;
        var words = surface.Split(' ');
        var changed = false;
        for (var i = 0; i < words.Length; i++)
        {
            if (!Plausibility.LooksCoined(words[i]) || paper.LongForm(ConceptKey.Of(words[i])) is not { } longForm) continue;
            words[i] = longForm;
            changed = true;
        }

        return changed && ConceptKey.Of(string.Join(' ', words)) is var full && full != key && resolved.TryGetValue(full, out var meaning) ? meaning.ConceptKey : null;
    }

    /// <summary>"frozen ZGS" is ZGS, where the paper defines it, or names it in its title.</summary>
    private string? Bare(string key, string surface, int mentions, Func<string, bool> isKnown)
    {
        var blank = surface.LastIndexOf(' ');
        if (blank < 0 || !IsPlain(surface.AsSpan(0, blank))) return null;
        foreach (var other in names)
            if (other.Mentions >= mentions && key.EndsWith(other.Name.Key, StringComparison.Ordinal) && Plausibility.LooksCoined(other.Surface)
                && !isKnown(other.Name.Key) && (paper.Defines(other.Name.Key) || other.Name.Surfaces.Any(known => known.Field == PaperField.Title))
                && ConceptKey.Of(surface[(blank + 1)..]) == other.Name.Key && resolved.TryGetValue(other.Name.Key, out var meaning))
                return meaning.ConceptKey;
        return null;
    }

    /// <summary>The only longer name that ends so, if the paper uses it at least as often, and not once only.</summary>
    private string? Whole(string key, int mentions)
    {
        string? whole = null;
        foreach (var other in names)
        {
            if (other.Mentions < Math.Max(2, mentions) || other.Name.Key.Length == key.Length || !EndsIn(other.Name.Key, other.Surface, key)) continue;
            if (!resolved.TryGetValue(other.Name.Key, out var meaning) || whole is not null && whole != meaning.ConceptKey) return null;
            whole = meaning.ConceptKey;
        }

        return whole;
    }

    private static bool EndsIn(string longKey, string longName, string key)
    {
        if (!longKey.EndsWith(key, StringComparison.Ordinal)) return false;
        for (var blank = longName.IndexOf(' '); blank >= 0; blank = longName.IndexOf(' ', blank + 1))
            if (ConceptKey.Of(longName[(blank + 1)..]) == key) return true;
        return false;
    }

    private static bool IsPlain(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
            if (char.IsUpper(c) || char.IsDigit(c)) return false;
        return true;
    }
}
