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
}
