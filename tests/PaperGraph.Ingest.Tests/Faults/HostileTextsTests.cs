using System.Globalization;
using PaperGraph.Ingest.Reading;
using PaperGraph.Model;
using PaperGraph.Sources;
using PaperGraph.Sources.Generated;

namespace PaperGraph.Ingest.Tests.Faults;

/// <summary>Texts that PostgreSQL refuses, or that are longer than anything a person writes.</summary>
public sealed class HostileTextsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_paper_that_is_refused_is_a_problem_and_the_others_are_stored(int seed)
    {
        await using var database = await ImportDatabase.CreateAsync();
        var papers = Papers(new Random(seed)).ToList();
        var chunk = Chunk(papers);

        await using (var connection = await database.DataSource.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await new ChunkWriter(transaction, DateTimeOffset.UnixEpoch).WriteAsync(chunk, CancellationToken.None);
            await transaction.CommitAsync();
        }

        var lines = (await database.RowsAsync("select line from listings order by 1")).Split('\n')
            .Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToHashSet();
        var told = chunk.Problems.Select(problem => problem.Line!.Value).ToHashSet();
        papers.Where(paper => !lines.Contains(paper.Line!.Value) && !told.Contains(paper.Line!.Value)).ShouldBeEmpty();
        papers.Where(paper => paper.Line % 2 == 0 && !lines.Contains(paper.Line!.Value)).ShouldBeEmpty();
        chunk.Problems.Count(problem => problem.Message.StartsWith("This paper could not be stored: ", StringComparison.Ordinal))
            .ShouldBePositive();

        // What is stored passes through all stages, and what was refused can be told.
        var later = await database.ImportAsync(SamplePages.Monday);
        (await database.RowsAsync(
            "select count(*) from papers where title like 'Harmless%' and not exists (select from paper_concepts pc where pc.paper_id = "
            + "papers.id)"))
            .ShouldBe("0");
        (await database.RowsAsync("select count(*) > 0 from related_papers where related_ids <> '{}'")).ShouldBe("yes");
        later.Problems.ShouldAllBe(problem => problem.Message.Contains(" failed for this paper: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_problem_is_told_whatever_it_quotes()
    {
        await using var database = await ImportDatabase.CreateAsync();

        var result = await database.ImportAsync(ImportSource.Text("broken.json", """
            [{"paper": {"id": 7, "title": "\ud800 \u0000"}}, {"paper": "\u0000\ud800"}, {"paper": {"id": "2406.01234", "title": "A\u0000 Meadow", "summary": "x\udfff"}}]
            """));

        result.ProblemCount.ShouldBe(
            int.Parse(await database.RowsAsync("select count(*) from import_problems"), CultureInfo.InvariantCulture));
        (await database.RowsAsync("select state from import_runs")).ShouldBe("DONE");
    }

    /// <summary>Harmless ones on even lines, between them such as hold something hostile in a place of theirs.</summary>
    private static IEnumerable<ListedPaper> Papers(Random random)
    {
        for (var i = 1; i <= 60; i++)
        {
            var paper = new ListedPaper
            {
                Title = $"Harmless {i}: Sparse Growth of Gardens",
                Abstract =
                    $"Gradual sparse growth (GSG) on ImageNet, number {i}.{(i is 2 or 4 ? " We prune by zonal lattice pruning." : "")}",
                Rank = i,
                Line = i,
                AuthorNames = ["Ada Green"],
            };
            yield return i % 2 == 0 ? paper : Spoiled(paper, random.Next(7), MadeReference.Pick(random, MadeHostile.Texts), i);
        }
    }

    private static ListedPaper Spoiled(ListedPaper paper, int place, string text, int number) => place switch
    {
        0 => paper with { Title = $"{number} {text}" },
        1 => paper with { Abstract = $"{paper.Abstract} We present {text} for {text}, {number}." },
        2 => paper with { AuthorNames = [text, "Ben Moss"] },
        3 => paper with { Doi = $"10.1/{text}" },
        4 => paper with { Url = $"https://example.org/{text}" },
        5 => paper with { Organization = new StatedOrganization(text, text, text, "organization") },
        _ => paper with { Title = text, Abstract = text },
    };

    private static Chunk Chunk(IReadOnlyList<ListedPaper> papers)
    {
        var page = new ReadPage(new PageRecord
        {
            Name = "hostile.json",
            Source = SourceNames.HuggingFaceJson,
            Hash = new ContentHash([.. new byte[32]]),
        });
        var chunk = new Chunk();
        chunk.Begun.Add(page);
        chunk.Ended.Add(page);
        chunk.Papers.AddRange(papers.Select(paper => (page, paper, paper.Line)));
        return chunk;
    }
}
