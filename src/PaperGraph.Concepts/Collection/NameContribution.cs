using PaperGraph.Concepts.Abbreviations;

namespace PaperGraph.Concepts.Collection;

/// <summary>Adds what papers say of keys to the records of these, and takes it away again.</summary>
internal sealed class NameContribution(NameView view)
{
    /// <summary>Keys whose phrase or spelling may have been that of a paper which does not say it any more.</summary>
    private readonly HashSet<string> toRecount = [];

    /// <summary>All keys that papers were counted for.</summary>
    public HashSet<string> Keys { get; } = [];

    /// <param name="except">Names of which nothing is added; null for none.</param>
    public void Add(PaperNames paper, LoneKeys? except)
    {
        foreach (var name in paper.Names)
            if (except is null || !except.Contains(name.Key)) Add(name);
        CountDefinitions(paper, 1);
        foreach (var (key, phrase) in LongForms(paper)) OfferPhrase(key, phrase);
        foreach (var (key, spelling) in Spellings(paper)) OfferSpelling(key, spelling);
    }

    /// <summary>Adds what a paper says of one of its names.</summary>
    public void Add(CountedName name)
    {
        Count(name, 1);
        if (PhraseOf(name) is { } phrase) OfferPhrase(name.Key, phrase);
    }

    public void TakeAway(PaperNames paper)
    {
        foreach (var name in paper.Names) Count(name, -1);
        CountDefinitions(paper, -1);
        foreach (var (key, phrase) in Phrases(paper))
            if (view.Get(key).Phrase == phrase) toRecount.Add(key);
        foreach (var (key, spelling) in Spellings(paper))
            if (view.Get(key).Spelling == spelling) toRecount.Add(key);
    }

    /// <summary>
    /// Finds the phrases and spellings anew that may be gone, before other papers are added.
    /// </summary>
    /// <param name="left">The papers of the collection that have a key and were not taken away.</param>
    public void Recount(Func<string, IEnumerable<PaperNames>> left)
    {
        foreach (var key in toRecount)
        {
            var record = view.Edit(key);
            (record.Phrase, record.Spelling) = (null, null);
            foreach (var paper in left(key))
            {
                foreach (var (_, phrase) in Phrases(paper).Where(told => told.Key == key)) OfferPhrase(key, phrase);
                foreach (var (_, spelling) in Spellings(paper).Where(told => told.Key == key)) OfferSpelling(key, spelling);
            }
        }
    }

    private void Count(CountedName name, int sign)
    {
        Keys.Add(name.Key);
        var record = view.Edit(name.Key);
        record.Papers += sign;
        if (IsPlural(name)) record.Plurals += sign;
    }

    private void CountDefinitions(PaperNames paper, int sign)
    {
        foreach (var pair in Definitions(paper))
        {
            Keys.Add(pair.ShortKey);
            Keys.Add(pair.LongKey);
            var spellsOut = view.Vocabulary.Find(pair.ShortKey) is { } entry && NameExpansion.SpellsOut(entry, pair, paper);
            var record = view.Edit(pair.ShortKey);
            var known = record.Senses.GetValueOrDefault(pair.LongKey);
            record.SetSense(pair.LongKey, new SenseCount(known.Papers + sign, known.SpeltOut + (spellsOut ? sign : 0)));
            view.Note(CollectionReference.StandsFor(pair.LongKey), pair.ShortKey);
        }
    }

    private void OfferPhrase(string key, string phrase)
    {
        if (view.Get(key).Phrase is { } known && string.CompareOrdinal(phrase, known) >= 0) return;
        view.Edit(key).Phrase = phrase;
        Keys.Add(key);
    }

    private void OfferSpelling(string key, string spelling)
    {
        if (view.Get(key).Spelling is not { } known || string.CompareOrdinal(spelling, known) < 0) view.Edit(key).Spelling = spelling;
    }

    private static IEnumerable<(string Key, string Phrase)> Phrases(PaperNames paper)
    {
        foreach (var name in paper.Names)
            if (PhraseOf(name) is { } phrase) yield return (name.Key, phrase);
        foreach (var told in LongForms(paper)) yield return told;
    }

    private static IEnumerable<(string Key, string Phrase)> LongForms(PaperNames paper)
    {
        foreach (var pair in paper.Abbreviations)
            if (!pair.IsCoined && pair.LongKey.Length > 0 && pair.Long.Contains(' ')) yield return (pair.LongKey, pair.Long);
    }

    private static IEnumerable<(string Key, string Spelling)> Spellings(PaperNames paper) =>
        Definitions(paper).Select(pair => (pair.LongKey, pair.Long));

    private static IEnumerable<AbbreviationPair> Definitions(PaperNames paper) =>
        paper.Abbreviations.Where(pair => pair.ShortKey.Length > 0 && pair.LongKey.Length > 0 && !pair.IsCoined);

    /// <summary>The first of its spellings in ordinal order, where that is of several words.</summary>
    public static string? PhraseOf(CountedName name) => name.Surfaces[0].Surface is var surface && surface.Contains(' ') ? surface : null;

    /// <summary>Whether it is spelt as a plural with capitals inside.</summary>
    public static bool IsPlural(CountedName name) =>
        name.Key.Length > 3 && name.Key[^1] == 's' && name.Surfaces[0].Surface is var surface && surface[^1] == 's'
            && !surface.Contains(' ')
        && Plausibility.LooksCoined(surface);
}
