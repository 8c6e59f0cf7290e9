using System.Globalization;

namespace PaperGraph.Testing;

/// <summary>Answers of sources, written for these tests.</summary>
public static class SourceAnswers
{
    public static string Daily(string day, params string[] titles) => $"[{string.Join(',', titles.Select((title, i) => $$$"""
        {"title": "{{{title}}}", "numComments": 1, "publishedAt": "{{{day}}}T00:00:00.000Z", "paper": {"id": "{{{ArxivId(title)}}}",
          "title": "{{{title}}}", "summary": "{{{title}}} is looked at from all sides, and counted.", "authors": [{"name": "Ada Green"}],
          "publishedAt": "{{{day}}}T00:00:00.000Z", "submittedOnDailyAt": "{{{day}}}T0{{{i % 10}}}:00:00.000Z", "upvotes": 3}}
        """))}]";

    public static string Feed(int total, params string[] titles) => $"""
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns="http://www.w3.org/2005/Atom">
          <opensearch:totalResults>{total}</opensearch:totalResults>
          {string.Concat(titles.Select(title => $"""
            <entry><id>http://arxiv.org/abs/{ArxivId(title)}v1</id><title>{title}</title><summary>{title} is looked at.</summary>
              <published>2024-06-12T00:00:00Z</published><author><name>Ada Green</name></author></entry>
            """))}
        </feed>
        """;

    public static string Records(string token, params (string Title, string Day)[] records) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>
          {string.Concat(records.Select(record => $"""
            <record><header><identifier>oai:arXiv.org:{ArxivId(record.Title)}</identifier><datestamp>{record.Day}</datestamp></header>
              <metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>{ArxivId(record.Title)}</id>
                <version version="v1"><date>Wed, 12 Jun 2024 00:00:00 GMT</date><size>9kb</size></version>
                <title>{record.Title}</title><authors>Ada Green</authors><categories>cs.CL</categories>
                <abstract>{record.Title} is looked at.</abstract></arXivRaw></metadata></record>
            """))}
          {token}
        </ListRecords></OAI-PMH>
        """;

    public static string OaiError(string code) => $"""
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><error code='{code}'>Said so.</error></OAI-PMH>
        """;

    /// <param name="next">The cursor of the next page; null behind the last.</param>
    public static string Works(string? next, params string[] titles) => $$"""
        {"meta": {"count": 9, "page": null, "next_cursor": {{(next is null ? "null" : $"\"{next}\"")}} },
         "results": [{{string.Join(',', titles.Select(Work))}}]}
        """;

    public static string Work(string title) => $$$"""
        {"id": "https://openalex.org/{{{WorkId(title)}}}", "doi": "https://doi.org/{{{Doi(title)}}}", "title": "{{{title}}}",
         "publication_date": "2024-06-12", "authorships": [{"author": {"display_name": "Ada Green"}}],
         "abstract_inverted_index": {"Looked": [0], "at.": [1]}}
        """;

    public static string ArxivId(string title) =>
        string.Create(CultureInfo.InvariantCulture, $"2406.{10_000 + (Number(title) % 80_000):00000}");

    public static string WorkId(string title) => string.Create(CultureInfo.InvariantCulture, $"W{1_000_000 + Number(title)}");

    public static string Doi(string title) => string.Create(CultureInfo.InvariantCulture, $"10.1000/meadow.{Number(title)}");

    /// <summary>The same in each run.</summary>
    private static int Number(string title) => title.Aggregate(7, (number, letter) => ((number * 31) + letter) % 999_983);
}
