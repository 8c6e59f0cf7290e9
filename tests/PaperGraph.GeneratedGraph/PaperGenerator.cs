using System.Text;
using PaperGraph.Model;

namespace PaperGraph.GeneratedGraph;

/// <summary>Writes papers: the same paper for the same seed and number, whichever were written before.</summary>
internal sealed class PaperGenerator(GraphSize size, int seed)
{
    public static readonly DateOnly FirstDay = new(2014, 1, 1);

    private const int Days = 4_300;

    private const int MeanWords = 170;

    // The first of 20,000 concepts is in a fourth of the papers, the hundredth in a hundredth.
    private readonly WeightedChoice concepts = WeightedChoice.Zipf(size.Concepts, 0.8);
    private readonly WeightedChoice authors = WeightedChoice.Zipf(size.Authors, 0.5);
    private readonly WeightedChoice organizations = WeightedChoice.Zipf(size.Organizations, 0.8);
    private readonly WeightedChoice repositories = WeightedChoice.Zipf(size.Repositories, 0.4);
    private readonly WeightedChoice topics = WeightedChoice.Zipf(GraphSize.Topics, 0.7);

    public DateOnly DayOf(int page) => FirstDay.AddDays((int)((long)page * Days / size.Pages));

    public GeneratedPaper Generate(int number)
    {
        var random = new Random(HashCode(number));
        var chosen = Concepts(random);
        var mentions = new List<GeneratedMention>();
        var title = Title(random, number, chosen, mentions);
        var text = Abstract(random, chosen, mentions);
        var listings = Listings(random, number);
        return new GeneratedPaper(
            number,
            title,
            text,
            PublishedOn(random, listings[0].Day),
            listings,
            chosen,
            mentions,
            [.. authors.NextDistinct(random, 1 + random.Next(7))],
            Organizations(random),
            random.Next(10) < 4 ? [.. repositories.NextDistinct(random, random.Next(8) == 0 ? 2 : 1)] : [],
            random.Next(5) == 0 ? [random.Next(size.Resources)] : [],
            [.. topics.NextDistinct(random, 1 + random.Next(2))],
            random.Next(2) == 0 ? [random.Next(size.Concepts)] : [],
            Related(random, number));
    }

    // Not System.HashCode, which differs from run to run.
    private int HashCode(int number) => unchecked((seed * 397) ^ (number * (int)2654435761));

    private List<GeneratedConcept> Concepts(Random random)
    {
        var weight = 1f;
        return
        [
            .. concepts.NextDistinct(random, 4 + random.Next(10))
                .Select(concept => new GeneratedConcept(concept, weight *= 0.7f + 0.3f * random.NextSingle())),
        ];
    }

    /// <summary>Begins with a name that no other paper has.</summary>
    private static string Title(Random random, int number, List<GeneratedConcept> concepts, List<GeneratedMention> mentions)
    {
        var title = new StringBuilder($"{GeneratedNames.Paper(number)}:");
        for (var words = 2 + random.Next(3); words > 0; words--) title.Append(' ').Append(GeneratedWords.Next(random));
        title.Append(" of ");
        Mention(title, TextField.Title, concepts[0].Concept, mentions);
        return title.ToString();
    }

    private static string Abstract(Random random, List<GeneratedConcept> concepts, List<GeneratedMention> mentions)
    {
        var toMention = concepts.Skip(1).SelectMany(concept => Enumerable.Repeat(concept.Concept, random.Next(2) == 0 ? 2 : 1)).ToArray();
        random.Shuffle(toMention);
        var text = new StringBuilder();
        var left = MeanWords / 2 + random.Next(MeanWords);
        var sentence = 0;
        for (var next = 0; left > 0 || next < toMention.Length; left--)
        {
            var isFirst = sentence == 0;
            if (isFirst) sentence = 12 + random.Next(16);
            else text.Append(' ');
            if (next < toMention.Length && random.Next(Math.Max(left, 1)) < toMention.Length - next)
                Mention(text, TextField.Abstract, toMention[next++], mentions);
            else
                text.Append(isFirst ? GeneratedWords.Capitalized(GeneratedWords.Next(random)) : GeneratedWords.Next(random));
            if (--sentence == 0) text.Append(". ");
        }
        var ended = text.ToString().TrimEnd();
        return ended[^1] == '.' ? ended : ended + ".";
    }

    private static void Mention(StringBuilder text, TextField field, int concept, List<GeneratedMention> mentions)
    {
        var name = GeneratedNames.Concept(concept);
        mentions.Add(new GeneratedMention(concept, field, text.Length, name.Length));
        text.Append(name);
    }

    private List<GeneratedListing> Listings(Random random, int number)
    {
        var (page, rank) = (number / GraphSize.PapersOfPage, number % GraphSize.PapersOfPage + 1);
        int? upvotes = random.Next(20) == 0 ? null : (int)(3 / (0.01 + random.NextDouble()));
        int? comments = random.Next(20) == 0 ? null : random.Next(8);
        var first = new GeneratedListing(page, rank, DayOf(page), upvotes, comments);
        return random.Next(10) > 0
            ? [first]
            : [first, new(page + 1, rank + GraphSize.PapersOfPage, DayOf(page + 1), upvotes + 1, comments)];
    }

    private static DateOnly? PublishedOn(Random random, DateOnly listedOn) => random.Next(100) switch
    {
        0 => null,
        1 or 2 => listedOn.AddDays(-random.Next(2_000)),
        _ => listedOn.AddDays(-random.Next(10)),
    };

    private List<(int, OrganizationRole)> Organizations(Random random)
    {
        var roles = new List<(int, OrganizationRole)>();
        foreach (var organization in organizations.NextDistinct(random, random.Next(4)))
        {
            roles.Add((organization, roles.Count == 0 ? OrganizationRole.Submitted : OrganizationRole.Affiliated));
            if (random.Next(8) == 0) roles.Add((organization, OrganizationRole.OwnsCode));
        }
        return roles;
    }

    /// <summary>Half of them of about the same time, half from anywhere.</summary>
    private List<GeneratedLink> Related(Random random, int number)
    {
        var papers = new HashSet<int>();
        while (papers.Count < size.RelatedPapers)
        {
            var paper = random.Next(2) == 0 ? random.Next(size.Papers) : number + random.Next(-2_000, 2_000);
            if (paper >= 0 && paper < size.Papers && paper != number) papers.Add(paper);
        }
        var score = 8f;
        return [.. papers.Select(paper => new GeneratedLink(paper, score *= 0.85f + 0.15f * random.NextSingle()))];
    }
}
