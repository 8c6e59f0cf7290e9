using System.Globalization;
using System.Text.RegularExpressions;
using PaperGraph.Model;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>What a line of a made page is.</summary>
internal enum LineRole { Blank, Head, Day, Title, Abstract, Authors, Organization, Separator, Date, Added }

/// <param name="Paper">The place of its paper on the page, from 0; -1 where it belongs to none.</param>
internal sealed record MadeLine(string Text, LineRole Role, int Paper = -1)
{
    public static readonly MadeLine Blank = new("", LineRole.Blank);

    public bool IsBlank => Role == LineRole.Blank;
}

internal sealed record MadePaper(
    string Title, string Abstract, int? Authors, string? Slug, string? Organization, DateOnly? Date, int? Comments)
{
    public bool HasByline => Date is not null;
}

/// <summary>A page in the layout of the real ones, with what each of its lines is.</summary>
internal sealed record MadePage(DateOnly Day, IReadOnlyList<MadePaper> Papers)
{
    private static readonly string[] Nouns =
        ["map", "fold", "paper", "compass", "atlas", "border", "river", "contour", "legend", "scale", "grid", "valley", "ridge", "harbour",
         "survey", "bearing", "meridian", "route", "coast", "island", "lake", "street", "bridge", "tunnel", "summit", "sheet"];

    private static readonly string[] Adjectives =
        ["large", "folded", "torn", "early", "late", "multi-scale", "end-to-end", "dense", "sparse", "noisy", "printed", "blue", "robust",
         "hand-drawn", "three-dimensional", "out-of-date", "self-folding", "unseen", "long-range"];

    private static readonly string[] Verbs =
        ["folds", "prints", "measures", "predicts", "draws", "joins", "splits", "covers", "scales", "rotates", "aligns", "keeps"];

    private static readonly string[] Names =
        ["FoldNet", "MapBERT", "GPT-4", "AtlasQA", "Σ-Map", "C++Maps", "L_2", "$\\alpha$-Fold", "MapBench-13K", "U-Map", "地図Net", "☂-Map",
         "خريطة", "Na\u0308hte", "Ｗide", "Å-Łódź", "नक्शा"];

    private static readonly (string Slug, string Name)[] Organizations =
        [("map-lab", "The Map Lab (Zürich)"), ("Atlas", "Atlas"), ("tencent", "Tencent"), ("coast-ai", "Coast AI Research"),
         ("CFIP", "Centre for Folding and the Investigation of Paper at the University of the Northern Harbour"), ("01-fold", "01.Fold")];

    /// <summary>A page of random papers; the last one may have lost its byline, as on real pages.</summary>
    public static MadePage Create(Random random)
    {
        var day = new DateOnly(2023, 1, 10).AddDays(random.Next(1_000));
        var hasBylines = random.Next(4) > 0;
        var titles = new HashSet<string>();
        var papers = new List<MadePaper>();
        for (var count = random.Next(4, 16); papers.Count < count;)
        {
            var title = Title(random);
            if (!titles.Add(title)) continue;
            var text = Abstract(random, title);
            papers.Add(hasBylines && (papers.Count < count - 1 || random.Next(3) > 0)
                ? Byline(random, day, new MadePaper(title, text, null, null, null, null, null))
                : new MadePaper(title, text, null, null, null, null, null));
        }
        return new MadePage(day, papers);
    }

    public List<MadeLine> Lines()
    {
        var lines = new List<MadeLine>();
        string[] heads =
            ["new", "Get trending papers in your email inbox!", "Subscribe", "Daily Papers", "byAK and the research community"];
        foreach (var head in heads)
        {
            lines.Add(new MadeLine(head, LineRole.Head));
            lines.Add(MadeLine.Blank);
        }
        lines.Add(new MadeLine(Day.ToString("MMM d", CultureInfo.InvariantCulture), LineRole.Day));
        lines.Add(MadeLine.Blank);
        for (var index = 0; index < Papers.Count; index++)
        {
            var paper = Papers[index];
            lines.Add(new MadeLine(paper.Title, LineRole.Title, index));
            lines.Add(MadeLine.Blank);
            lines.Add(new MadeLine(paper.Abstract, LineRole.Abstract, index));
            lines.Add(MadeLine.Blank);
            if (paper.Date is not { } date) continue;
            lines.Add(paper.Slug is null
                ? new MadeLine($"  • {paper.Authors} authors", LineRole.Authors, index)
                : new MadeLine($"{paper.Slug} {paper.Organization}", LineRole.Organization, index));
            lines.Add(new MadeLine("·", LineRole.Separator, index));
            lines.Add(new MadeLine(
                date.ToString(date.Year == Day.Year ? "MMM d" : "MMM d, yyyy", CultureInfo.InvariantCulture)
                + (paper.Comments is { } comments ? $" {comments}" : ""),
                LineRole.Date, index));
            lines.Add(MadeLine.Blank);
        }
        lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private static MadePaper Byline(Random random, DateOnly day, MadePaper paper)
    {
        paper = paper with
        {
            Date = day.AddDays(-random.Next(1_500)),
            Comments = random.Next(4) == 0 ? random.Next(1, 30) : null,
        };
        if (random.Next(6) > 0) return paper with { Authors = random.Next(1, 40) };
        var (slug, name) = Pick(random, Organizations);
        return paper with { Slug = slug, Organization = name };
    }

    private static string Title(Random random)
    {
        var words = new List<string>();
        if (random.Next(3) == 0) words.Add(Pick(random, Names) + (random.Next(2) == 0 ? ":" : " for"));
        for (var count = random.Next(2, 7); count > 0; count--)
        {
            words.Add(Capital(Pick(random, Adjectives)));
            words.Add(Capital(Pick(random, Nouns)));
            if (count > 1) words.Add(Pick(random, ["of", "and", "with", "for", "in"]));
        }
        return Capital(string.Join(' ', words)) + (random.Next(12) == 0 ? "?" : "");
    }

    private static string Abstract(Random random, string title)
    {
        var length = random.Next(10) == 0 ? random.Next(160, 260) : random.Next(350, 1_600);
        var topic = title.Split(' ').Where(word => word.Length > 4).Select(word => word.TrimEnd(':', '?').ToLowerInvariant()).ToArray();
        var text = $"We study how a {Pick(random, Adjectives)} "
            + $"{(topic.Length > 0 ? Pick(random, topic) : "map")} {Pick(random, Verbs)} a {Pick(random, Nouns)}.";
        while (text.Length < length) text += " " + Sentence(random);
        if (random.Next(5) == 0)
            text += " Code is available at https://github.com/map-lab/"
                + $"{Pick(random, Nouns)}-{Pick(random, Nouns)}-of-the-{Pick(random, Nouns)}.";
        return text;
    }

    private static string Sentence(Random random)
    {
        var words = new List<string> { Pick(random, ["The", "Our", "This", "Each", "In 2023, a", "However, the", "Unlike before, any"]) };
        for (var clause = random.Next(1, 5); clause > 0; clause--)
        {
            words.AddRange([Pick(random, Adjectives), Pick(random, Nouns), Pick(random, Verbs), "a", Pick(random, Nouns)]);
            if (random.Next(5) == 0) words.Add($"({Pick(random, Names)}, e.g. {random.Next(1, 99)}.{random.Next(9)}\\%)");
            if (clause > 1) words.Add(Pick(random, ["and the", "while a", "which", "because the", "--", "until May 3, 2021 the"]));
        }
        return string.Join(' ', words) + ".";
    }

    private static string Capital(string word) => Regex.Replace(word, @"^\p{Ll}", match => match.Value.ToUpperInvariant());

    private static T Pick<T>(Random random, IReadOnlyList<T> among) => among[random.Next(among.Count)];
}
