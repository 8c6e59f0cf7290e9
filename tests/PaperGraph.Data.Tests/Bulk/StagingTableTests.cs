using PaperGraph.Data.Bulk;
using PaperGraph.Data.Tests.Support;

namespace PaperGraph.Data.Tests.Bulk;

public sealed class StagingTableTests(MigratedDatabase database) : DatabaseTests(database)
{
    private static readonly StagingTable<int> Numbers = new StagingTable<int>("staged_numbers").With("number", "integer", row => row);

    [Fact]
    public async Task It_holds_what_it_was_filled_with_last()
    {
        await using var connection = await DataSource.OpenConnectionAsync();

        await FillAsync(1, 2);
        (await StagedAsync()).ShouldBe([1, 2], "what empties it at a commit takes time at every commit of the session");
        await FillAsync(2, 3, 4);
        (await StagedAsync()).ShouldBe([2, 3, 4]);
        await FillAsync();
        (await StagedAsync()).ShouldBeEmpty();

        async Task FillAsync(params int[] rows)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await Numbers.FillAsync(transaction, rows, CancellationToken.None);
            await transaction.CommitAsync();
        }

        async Task<List<int>> StagedAsync()
        {
            await using var transaction = await connection.BeginTransactionAsync();
            return await transaction.QueryAsync(
                "select number from staged_numbers order by number", reader => reader.GetInt32(0), CancellationToken.None);
        }
    }

    /// <summary>PostgreSQL refuses the first row while others are still written, and the last of these cannot be.</summary>
    [Fact]
    public async Task A_connection_can_be_used_after_both_sides_have_refused_a_row()
    {
        const int Rows = 2_000;
        var texts = new StagingTable<int>("staged_texts").With("text", "text", row =>
            row == 0 ? "\0" : row < Rows ? new string('x', 1_000) : throw new FormatException("No text."));
        await using var connection = await DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await transaction.SaveAsync("before");

        await Should.ThrowAsync<Exception>(() => texts.FillAsync(transaction, Enumerable.Range(0, Rows + 1), CancellationToken.None));

        await transaction.RollbackAsync("before");
        await texts.FillAsync(transaction, [1, 2], CancellationToken.None);
        (await transaction.QueryAsync("select count(*) from staged_texts", reader => reader.GetInt64(0), CancellationToken.None))
            .ShouldBe([2]);
    }
}
