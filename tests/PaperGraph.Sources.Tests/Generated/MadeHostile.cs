using System.Globalization;
using System.Text.Json.Nodes;

namespace PaperGraph.Sources.Generated;

/// <summary>
/// Records of every JSON format, one to a line, with something in some places that PostgreSQL, an index or a rule of the program may
/// refuse: texts of thousands of letters or of none that count, halves of surrogate pairs, numbers beyond all types, thousands of
/// what is one, and the ids of other records.
/// </summary>
/// <param name="Name">The kind of record.</param>
/// <param name="Record">A whole record, in which <c>~</c> stands for its number and <c>NAME</c> for what its names begin with.</param>
internal sealed record MadeHostile(string Name, string Record)
{
    /// <summary>What the names of those records begin with of which nothing is spoiled.</summary>
    public const string Harmless = "Harmless";

    // The writer of JSON puts no half of a pair and no bare word: what stands for them is replaced in the text.
    private const char HighHalf = '\uE001';
    private const char LowHalf = '\uE002';
    private const char Bare = '\uE003';

    /// <summary>Texts that PostgreSQL refuses, or that are longer than anything a person writes.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "\0", "a\0b", "\ud800", "\udc00x", "x\udbff", "\uffff", "\ufdd0", "'; drop table papers; --", "%s \\x00 \\", "\u202e\u200d\ufeff",
        new('x', 700), new('x', 4_000), string.Concat(Enumerable.Repeat("𝔾", 550)), string.Concat(Enumerable.Repeat("Ünïcödé-", 400)),
        string.Concat(Enumerable.Range(0, 3_000).Select(i => $"Word{i}-")), string.Concat(Enumerable.Range(0, 9_000).Select(i => $" w{i}")),
        string.Join(' ', Enumerable.Repeat("deep", 2_000)), new('9', 500), new('\u0301', 3_000), "(((((((((((((((((((((((((((((((((",
        $"{string.Concat(Enumerable.Repeat("𝔾𝕊", 280))} ({string.Concat(Enumerable.Repeat("𝔾𝕊", 24))})",
        // What one letter is spelt out as is eighteen; what no hash has seen before is not compressed in an index.
        string.Concat(Enumerable.Repeat("\ufdfa", 590)), Digits(590), Digits(1_990), Digits(10_000),
        string.Concat(Digits(590).Select(digit => (char)(0x4e00 + 977 * digit % 20_000))),
        "", " ", "-", "…", "—/—", "\u0000\u0001\u007f\u0085\u2028", "a\nb\r\nc\td", "../../etc/passwd", "null", "NaN", "-0", "İıſK", "ǅ",
        "ﬀ", "́e",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-1", "1e400", "-1e400", "1e-400", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808",
        "1.7976931348623157e308", "0.1", "12.0", "99999999999999999999999999999999", $"1{new string('0', 400)}", "253402300800000",
        "-62135596800001",
    ];

    private static readonly string[] BareWords = ["NaN", "Infinity", "-Infinity"];

    private static readonly string[] Days =
    [
        "0001-01-01", "9999-12-31", "9999-12-31T23:59:59.9999999+14:00", "0001-01-01T00:00:00+14:00", "0000-00-00", "2026-02-31",
        "-0044-03-15", "294277-01-01", "infinity", "1969-12-31T23:59:59Z", "2024-02-30T25:61:61Z",
    ];

    public static IReadOnlyList<MadeHostile> All { get; } =
    [
        new("hf-json", """
            {"title": "NAME ~ Sparse Growth", "numComments": 3, "publishedAt": "2025-06-18T01:02:03.000Z",
             "paper": {"id": "2506.~", "title": "NAME ~ Sparse Growth",
             "summary": "NAME growth of gardens (NGG~) on ImageNet. Code: https://github.com/NAME/garden~",
                       "publishedAt": "2025-06-17T00:00:00.000Z", "upvotes": 7, "githubRepo": "https://github.com/NAME/garden~",
                       "githubStars": 12,
                       "projectPage": "https://NAME.example.org/~", "ai_keywords": ["NAME growth"],
                       "submittedOnDailyAt": "2025-06-18T00:00:00.000Z",
                       "authors": [{"name": "NAME Ada ~", "hidden": false, "user": {"user": "NAMEada"}}, {"name": "NAME Ben"}],
                       "organization": {"_id": "1", "name": "NAME-lab-~", "fullname": "NAME Lab ~", "type": "organization"}},
             "organization": {"_id": "1", "name": "NAME-lab-~", "fullname": "NAME Lab ~", "type": "organization"}}
            """),
        new("arxiv-snapshot", """
            {"id": "2406.~", "submitter": "NAME Ada", "authors": "NAME Ada ~, NAME Ben", "title": "NAME ~ Rivers of Tokens",
             "comments": "12 pages, code at https://github.com/NAME/rivers~", "journal-ref": null, "doi": "10.1234/NAME.~",
             "report-no": "1", "categories": "cs.CG math.GT", "abstract": "NAME rivers (NR~) of tokens flow on CIFAR-10.",
             "versions": [{"version": "v1", "created": "Mon, 3 Jun 2024 09:05:00 GMT"},
                          {"version": "v2", "created": "Tue, 4 Jun 2024 09:05:00 GMT"}],
             "update_date": "2024-06-05", "authors_parsed": [["Ada ~", "NAME", ""], ["Ben", "NAME", "", "NAME Map Lab"]]}
            """),
        new("openalex", """
            {"id": "https://openalex.org/W5~", "doi": "https://doi.org/10.2234/NAME.~", "title": "NAME ~ Folding Maps",
            "publication_date": "2023-04-05",
             "ids": {"openalex": "https://openalex.org/W5~", "mag": "7~", "pmid": "https://pubmed.ncbi.nlm.nih.gov/9~"},
             "publication_year": 2023,
             "type": "article", "is_retracted": false, "cited_by_count": 12,
             "authorships": [{"author": {"id": "https://openalex.org/A5~", "display_name": "NAME Ada ~", "orcid": null},
                              "raw_affiliation_strings": ["NAME University"], "raw_author_name": "NAME A.",
                              "institutions": [{"id": "https://openalex.org/I5~", "display_name": "NAME University ~",
                              "ror": "https://ror.org/0abc~",
                                                "country_code": "CH", "lineage": ["https://openalex.org/I5~",
                                                "https://openalex.org/I7~"]}]}],
             "abstract_inverted_index": {"NAME": [0], "maps": [1, 3], "fold": [2]},
             "primary_location": {"landing_page_url": "https://doi.org/10.2234/NAME.~"},
             "locations": [{"landing_page_url": "https://NAME.example.org/w~", "pdf_url": null}],
             "referenced_works": ["https://openalex.org/W5~", "https://openalex.org/W6~"], "related_works": []}
            """),
        new("institutions", """
            {"id": "https://openalex.org/I8~", "ror": "https://ror.org/0xyz~", "display_name": "NAME Institute ~", "country_code": "NO",
            "type": "education",
             "display_name_acronyms": ["NAMEI~"], "display_name_alternatives": ["NAME Institutt ~", "Het NAME ~"], "works_count": 7,
             "lineage": ["https://openalex.org/I8~", "https://openalex.org/I9~"],
             "associated_institutions": [{"id": "https://openalex.org/I9~", "ror": "https://ror.org/0par~", "display_name": "NAME Parent ~",
                                          "country_code": "NO", "relationship": "parent"}]}
            """),
        new("semantic-scholar", """
            {"paperId": "00000000000000000000000000000000000~", "corpusId": 5~, "externalIds": {"DOI": "10.3234/NAME.~",
            "ArXiv": "2306.~", "MAG": "8~"},
             "url": "https://www.semanticscholar.org/paper/~", "title": "NAME ~ Quiet Clocks",
             "abstract": "NAME clocks (NC~) tick on CIFAR-10.", "year": 2023,
             "publicationDate": "2023-06-07", "citationCount": 3, "referenceCount": 1, "authors": [{"authorId": "5~",
             "name": "NAME Ada ~"}, {"authorId": null, "name": "NAME Ben"}],
             "references": [{"paperId": "10000000000000000000000000000000000~", "title": "NAME Cited ~", "year": 2020,
             "externalIds": {"DOI": "10.4444/NAME.~"}}],
             "citations": [{"paperId": "20000000000000000000000000000000000~", "title": "NAME Citing ~", "year": 2024}]}
            """),
        new("papers-with-code", """
            {"paper_url": "https://paperswithcode.com/paper/NAME-~", "arxiv_id": "2206.~", "title": "NAME ~ Naive Fences",
            "abstract": "NAME fences (NF~) for ImageNet.",
             "short_abstract": null, "url_abs": "http://arxiv.org/abs/2206.~v1", "url_pdf": "http://arxiv.org/pdf/2206.~v1.pdf",
             "proceeding": "NAME 2022",
             "authors": ["NAME Ada ~", "NAME Ben"], "tasks": ["NAME Folding"], "date": "2022-06-07", "conference_url_abs": null,
             "methods": [{"name": "NAMENet~", "full_name": "NAME Network ~", "main_collection": {"name": "NAME Blocks", "area": "NAME"}}]}
            """),
        new("links", """
            {"paper_url": "https://paperswithcode.com/paper/NAME-l~", "paper_title": "NAME ~ Linked Fences", "paper_arxiv_id": "2207.~",
             "paper_url_abs": "http://arxiv.org/abs/2207.~v1", "paper_url_pdf": "http://arxiv.org/pdf/2207.~v1.pdf",
             "repo_url": "https://github.com/NAME/fences~", "is_official": true, "mentioned_in_paper": false,
             "mentioned_in_github": true, "framework": "pytorch"}
            """),
        new("results", """
            {"task": "NAME Walking ~", "categories": ["NAME"], "description": "NAME walks.", "source_link": null, "synonyms": [],
             "datasets": [{"dataset": "NAME Steps ~", "description": "", "dataset_links": [{"title": "Leaderboard URL",
             "url": "https://NAME.example.org/board~"}],
                           "subdatasets": [], "sota": {"metrics": ["Accuracy", "Error"],
                           "rows": [{"model_name": "NAME-L~", "paper_title": "NAME ~ One Leg",
                           "paper_url": "https://arxiv.org/abs/2107.~v2", "paper_date": "2021-07-08",
                                     "metrics": {"Accuracy": "90.5%", "Error": 0.07, "NAME Points": "12.5"},
                                     "uses_additional_data": false, "model_links": [],
                                     "code_links": [{"title": "walk", "url": "https://github.com/NAME/walk~"}]}]}}],
             "subtasks": []}
            """),
        new("methods", """
            {"url": "https://paperswithcode.com/method/NAME-~", "name": "NAMEop~", "full_name": "NAME Order Pacing ~",
            "description": "NAME. One foot.",
             "paper": {"title": "NAME ~ Sideways", "url": "https://paperswithcode.com/paper/NAME"}, "introduced_year": 2021,
             "source_url": "https://arxiv.org/abs/2103.~v2", "source_title": "NAME ~ Sideways", "code_snippet_url": "", "num_papers": 7,
             "collections": [{"collection": "NAME Gaits ~", "area_id": "NAME-robots", "area": "NAME Robots ~"}]}
            """),
        new("datasets", """
            {"url": "https://paperswithcode.com/dataset/NAME-~", "name": "NAME Steps Set ~", "full_name": "NAME Steps in the Set ~",
            "homepage": "https://NAME.example.org/set~",
             "description": "NAME steps.", "paper": {"title": "NAME ~ Steps", "url": "x"}, "introduced_date": "2020-01-02", "warning": null,
             "modalities": ["Videos"], "tasks": [{"task": "NAME", "url": "x"}], "languages": [], "variants": ["NAME Steps Set ~",
             "NAMESteps-10-~"], "num_papers": 3, "data_loaders": []}
            """),
        new("renames", """
            {"repository": "https://github.com/NAME/old~", "renamed_to": "https://github.com/NAME/new~"}
            """),
        new("abstracts", """
            {"corpusid": 9~, "openaccessinfo": {"externalids": {"DOI": null}, "license": null}, "abstract": "NAME states (NST~) for ImageNet."}
            """),
        new("citations", """
            {"citationid": ~, "citingcorpusid": "9~", "citedcorpusid": "8~", "isinfluential": false, "contexts": ["NAME"], "intents": null}
            """),
        new("zotero", """
            {"key": "NAME~", "version": 7, "library": {"type": "group", "id": 4}, "data": {"itemType": "journalArticle",
             "title": "NAME ~ Kept Items", "abstractNote": "NAME items (NKI~) for ImageNet.", "DOI": "10.5235/NAME.~",
             "url": "https://NAME.example.org/z~", "creators": [{"creatorType": "author", "firstName": "Ada ~", "lastName": "NAME"},
             {"creatorType": "author", "name": "NAME Consortium"}], "date": "2022-03-04", "extra": "see https://github.com/NAME/item~"}}
            """),
        new("csl-json", """
            {"id": "NAME~", "type": "article-journal", "title": "NAME ~ Kept References",
            "abstract": "NAME references (NKR~) for ImageNet.", "DOI": "10.5234/NAME.~",
             "URL": "https://NAME.example.org/c~", "author": [{"family": "NAME", "given": "Ada ~"}, {"literal": "NAME Consortium"}],
             "issued": {"date-parts": [[2022, 3, 4]]}, "container-title": "NAME Journal", "page": "1-2", "volume": "3",
             "note": "see https://github.com/NAME/kept~"}
            """),
    ];

    /// <summary>Records of which every other one is harmless, and the first, by which the format is told.</summary>
    /// <returns>All of them, a line each; and the harmless ones among others of which nothing is spoiled either.</returns>
    public (string All, string Harmless) Write(int count, Random random)
    {
        var (all, harmless) = (new List<string>(), new List<string>());
        for (var i = 0; i < count; i++)
        {
            var isHarmless = i % 2 == 0;
            // Some have the numbers, and so the ids, of others.
            var number = isHarmless ? i : random.Next(3) == 0 ? 1 : i;
            var record = JsonNode.Parse(Filled(isHarmless ? Harmless : random.Next(8) == 0 ? "SPOILED" : "Spoiled", number))!.AsObject();
            if (!isHarmless)
                for (var change = random.Next(4); change >= 0; change--) Spoil(record, random);
            var line = Written(record);
            all.Add(line);
            harmless.Add(isHarmless ? line : Written(JsonNode.Parse(Filled("Filler", i))!.AsObject()));
        }
        return (string.Join('\n', all) + "\n", string.Join('\n', harmless) + "\n");
    }

    private string Filled(string name, int number) => Record.Replace("NAME", name, StringComparison.Ordinal)
        .Replace("~", (10_000 + number).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private void Spoil(JsonObject record, Random random)
    {
        var places = Places(record).ToList();
        var (holder, key, index) = places[random.Next(places.Count)];
        var old = key is null ? holder.AsArray()[index] : holder.AsObject()[key];
        if (key is not null && random.Next(12) == 0)
        {
            // A name of a field.
            holder.AsObject()[Text(random)] = old?.DeepClone();
            return;
        }
        var spoiled = Spoiled(old, random);
        if (key is null) holder.AsArray()[index] = spoiled;
        else holder.AsObject()[key] = spoiled;
    }

    private JsonNode? Spoiled(JsonNode? old, Random random) => random.Next(14) switch
    {
        0 => null,
        1 => new JsonArray(),
        2 => new JsonObject(),
        3 or 4 => JsonNode.Parse(MadeReference.Pick(random, Numbers)),
        5 => JsonValue.Create(Bare + MadeReference.Pick(random, BareWords)),
        6 => JsonValue.Create(MadeReference.Pick(random, Days)),
        7 or 8 when old is JsonArray { Count: > 0 } array => Many(array, random),
        _ when old is JsonValue value && value.TryGetValue<string>(out var text) && random.Next(3) > 0 => JsonValue.Create(
            random.Next(4) switch
            {
                0 => Text(random) + text,
                1 => text.Insert(text.Length / 2, Text(random)),
                2 => Filled("Spoiled", 1)[..40] + text,
                _ => text + Text(random),
            }),
        _ => JsonValue.Create(Text(random)),
    };

    private static string Text(Random random) => MadeReference.Pick(random, Texts);

    /// <summary>Thousands of what is there, some of which differ and some not.</summary>
    private static JsonArray Many(JsonArray array, Random random)
    {
        var text = array[0]?.ToJsonString() ?? "null";
        var many = new JsonArray();
        for (var i = 0; i < 3_000; i++)
            many.Add(JsonNode.Parse(random.Next(3) == 0 ? text : text.Replace("10", $"{random.Next(11, 5_000)}",
            StringComparison.Ordinal)));
        return many;
    }

    private static IEnumerable<(JsonNode Holder, string? Key, int Index)> Places(JsonNode? node)
    {
        if (node is JsonObject fields)
            foreach (var (key, value) in fields.ToList())
            {
                yield return (fields, key, 0);
                foreach (var place in Places(value)) yield return place;
            }
        else if (node is JsonArray items)
            for (var i = 0; i < Math.Min(items.Count, 5); i++)
            {
                yield return (items, null, i);
                foreach (var place in Places(items[i])) yield return place;
            }
    }

    private static string Written(JsonObject record)
    {
        var text = Halved(record).ToJsonString()
            .Replace("\\uE001", "\\ud800", StringComparison.Ordinal).Replace("\\uE002", "\\udc00", StringComparison.Ordinal);
        foreach (var word in BareWords) text = text.Replace($"\"\\uE003{word}\"", word, StringComparison.Ordinal);
        return text;
    }

    /// <summary>With what stands for halves of surrogate pairs.</summary>
    private static JsonNode Halved(JsonNode node)
    {
        switch (node)
        {
            case JsonObject fields:
                var copy = new JsonObject();
                foreach (var (key, value) in fields) copy[Halved(key)] = value is null ? null : Halved(value);
                return copy;
            case JsonArray items: return new JsonArray([.. items.Select(item => item is null ? null : Halved(item))]);
            case JsonValue value when value.TryGetValue<string>(out var text): return JsonValue.Create(Halved(text));
            default: return node.DeepClone();
        }
    }

    private static string Halved(string text)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (char.IsHighSurrogate(letters[i]) && i + 1 < letters.Length && char.IsLowSurrogate(letters[i + 1])) i++;
            else if (char.IsHighSurrogate(letters[i])) letters[i] = HighHalf;
            else if (char.IsLowSurrogate(letters[i])) letters[i] = LowHalf;
        }
        return new string(letters);
    }

    private static string Digits(int count)
    {
        var random = new Random(count);
        return string.Concat(Enumerable.Range(0, count).Select(_ => "0123456789abcdefghijklmnopqrstuvwxyz"[random.Next(36)]));
    }
}
