using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Collection;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Training.Evaluation;

/// <summary>
/// Whether mentions of one entity become one concept and of two entities two: B-cubed (A. Bagga and B. Baldwin, 1998) over
/// SciREX's mentions, within each document.
/// </summary>
internal static class AliasMeasure
{
    /// <summary>By the collection's resolver, with the abbreviations that each document defines.</summary>
    public static BCubed Measure(string folder)
    {
        var documents = SciRex.Read(folder);
        var papers = documents.Select((document, i) => Names(i, document)).ToList();
        var resolved = ConceptCollection.Build(papers).Papers;
        var sum = default(BCubed);
        for (var i = 0; i < documents.Count; i++)
        {
            var (names, phrases) = (resolved[i].Names, resolved[i].Keyphrases);
            sum += Score(documents[i], surface =>
            {
                var key = ConceptKey.Create(surface);
                return names.TryGetValue(key, out var concept)
                    ? concept.ConceptKey
                    : phrases.FirstOrDefault(phrase => phrase.MentionKeys.Contains(key))?.Key ?? key;
            });
        }

        return sum;
    }

    /// <summary>The measure of taking every spelling for an entity of its own.</summary>
    public static BCubed OfExactStrings(string folder)
    {
        var sum = default(BCubed);
        foreach (var document in SciRex.Read(folder)) sum += Score(document, surface => surface);
        return sum;
    }

    private static PaperNames Names(int id, AnnotatedDocument document)
    {
        var names = new SortedDictionary<string, CountedName>(StringComparer.Ordinal);
        foreach (var mentions in Mentions(document).GroupBy(mention => ConceptKey.Create(mention.Surface)))
            if (mentions.Key.Length > 0)
                names.Add(mentions.Key, new CountedName(mentions.Key, mentions.First().Span.Kind, 1, [.. mentions
                    .CountBy(mention => mention.Surface).OrderBy(surface => surface.Key, StringComparer.Ordinal)
                    .Select(surface => new SurfaceCount(surface.Key, surface.Value, TextField.Abstract, ConceptNameOrigin.Text))]));

        var pairs = document.Sections.SelectMany((section, i) => AbbreviationFinder.Find(section.Text, i == 0))
            .Select(pair => new AbbreviationPair(pair.Short, pair.Long, ConceptKey.Create(pair.Short), ConceptKey.Create(pair.Long)))
            .DistinctBy(pair => pair.ShortKey);
        return new PaperNames(id, [.. names.Values], [.. pairs]);
    }

    private static IEnumerable<(string Surface, AnnotatedSpan Span)> Mentions(AnnotatedDocument document)
    {
        foreach (var section in document.Sections)
            foreach (var span in section.Spans)
                if (span.Cluster is not null) yield return (section.Text[span.Start..span.End], span);
    }

    private static BCubed Score(AnnotatedDocument document, Func<string, string> concept)
    {
        var mentions = Mentions(document).Select(mention => (Found: concept(mention.Surface), Gold: mention.Span.Cluster!)).ToList();
        var found = mentions.CountBy(mention => mention.Found).ToDictionary();
        var gold = mentions.CountBy(mention => mention.Gold).ToDictionary();
        var both = mentions.CountBy(mention => mention).ToDictionary();
        double precision = 0, recall = 0;
        foreach (var mention in mentions)
        {
            precision += (double)both[mention] / found[mention.Found];
            recall += (double)both[mention] / gold[mention.Gold];
        }

        return new BCubed(precision, recall, mentions.Count);
    }
}

/// <summary>Sums over mentions; <see cref="Precision"/>, <see cref="Recall"/> and <see cref="F"/> are 0 to 100.</summary>
internal readonly record struct BCubed(double PrecisionSum, double RecallSum, int Mentions)
{
    public double Precision => Mentions == 0 ? 0 : 100 * PrecisionSum / Mentions;

    public double Recall => Mentions == 0 ? 0 : 100 * RecallSum / Mentions;

    public double F => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static BCubed operator +(BCubed a, BCubed b) =>
        new(a.PrecisionSum + b.PrecisionSum, a.RecallSum + b.RecallSum, a.Mentions + b.Mentions);

    public override string ToString() => FormattableString.Invariant($"F {F:f1} (P {Precision:f1}, R {Recall:f1})");
}
