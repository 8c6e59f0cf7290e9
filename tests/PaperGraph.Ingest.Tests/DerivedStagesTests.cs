using Npgsql;
using PaperGraph.Data.Stages;

namespace PaperGraph.Ingest.Tests;

/// <summary>The stages behind the reading are left out where nothing was stated since they came to their end.</summary>
public sealed class DerivedStagesTests
{
    [Fact]
    public async Task Importing_the_same_again_asks_for_no_paper_text_or_digest()
    {
        using var log = new StatementLog();
        await using var database = await ImportDatabase.CreateAsync(log.Factory);
        await database.ImportAsync(SamplePages.Monday, SamplePages.Search);
        log.Take().ShouldContain(statement => LooksAtCollection(statement));

        await database.ImportAsync(SamplePages.Search, SamplePages.Monday);

        log.Take().ShouldNotContain(statement => LooksAtCollection(statement));
    }

    [Fact]
    public async Task What_is_stored_again_since_not_all_of_it_can_be_and_is_the_same_was_stated_before()
    {
        var name = new string('A', 5_000);
        var text = $$"""[{"paper": {"id": "2406.01234", "title": "Maps", "summary": "We fold.", "authors": [{"name": "{{name}}"}] } }]""";
        const string Stated = "select seen from stage_states where stage = 'READING'";
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday, ImportSource.Text("maps.json", text));
        var stated = await database.RowsAsync(Stated);

        (await database.ImportAsync(SamplePages.Monday, ImportSource.Text("maps.json", text))).ProblemCount.ShouldBe(1);

        (await database.RowsAsync(Stated)).ShouldBe(stated);
        await database.ImportAsync(
            SamplePages.Monday, ImportSource.Text("maps.json", text.Replace("We fold", "They fold", StringComparison.Ordinal)));
        (await database.RowsAsync(Stated)).ShouldNotBe(stated);
    }

    [Fact]
    public async Task What_is_stated_while_the_stages_run_is_left_to_the_next_import()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday);
        await using var connection = await database.DataSource.OpenConnectionAsync();
        (await DerivedStages.BeginAsync(connection, CancellationToken.None)).ShouldBeNull();
        await AdvanceAsync();
        var stated = await DerivedStages.BeginAsync(connection, CancellationToken.None);

        await AdvanceAsync();
        await DerivedStages.EndAsync(connection, stated.ShouldNotBeNull(), CancellationToken.None);

        (await DerivedStages.BeginAsync(connection, CancellationToken.None)).ShouldBe(stated + 1);

        async Task AdvanceAsync()
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var change = new NpgsqlCommand("update papers set title = title", connection);
            await change.ExecuteNonQueryAsync();
            await StageStateStore.AdvanceReadingAsync(transaction, CancellationToken.None);
            await transaction.CommitAsync();
        }
    }

    [Fact]
    public async Task What_a_session_has_changed_just_before_is_nothing_that_a_transaction_states()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday);
        await using var connection = await database.DataSource.OpenConnectionAsync();
        var before = await database.RowsAsync("select seen from stage_states where stage = 'READING'");

        await using (var changing = new NpgsqlCommand("update papers set title = title", connection)) await changing.ExecuteNonQueryAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await StageStateStore.ObserveAsync(transaction, CancellationToken.None);
            await StageStateStore.AdvanceReadingAsync(transaction, CancellationToken.None);
            await transaction.CommitAsync();
        }

        (await database.RowsAsync("select seen from stage_states where stage = 'READING'")).ShouldBe(before);
    }

    [Fact]
    public async Task Stages_of_another_version_run_though_nothing_was_stated()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday);
        var told = await database.TellAsync();
        await database.RowsAsync("""
            update stage_states set version = 'of before' where stage in ('EVERYTHING', 'LINKING');
            update related_papers set related_ids = '{}', scores = '{}'
            """);

        await database.ImportAsync(SamplePages.Monday);

        (await database.TellAsync()).ShouldBe(told);
    }

    private static bool LooksAtCollection(string statement) =>
        statement.Contains("from papers p", StringComparison.Ordinal)
        || statement.Contains("hash_record_extended", StringComparison.Ordinal)
        || statement.Contains("extractions", StringComparison.Ordinal);
}
