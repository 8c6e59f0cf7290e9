namespace PaperGraph.Ingest.Tests;

/// <summary>What is stored of documents does not depend on the order in which they come.</summary>
internal static class ArrivalOrders
{
    /// <summary>Three orders of so many documents, the same in every run.</summary>
    public static IReadOnlyList<int[]> Random(int documents)
    {
        var random = new Random(1);
        return
        [
            .. Enumerable.Range(0, 3).Select(_ =>
            {
                var order = Enumerable.Range(0, documents).ToArray();
                random.Shuffle(order);
                return order;
            }),
        ];
    }

    /// <summary>In how many imports the documents come.</summary>
    private const int Portions = 3;

    /// <summary>
    /// Imports documents in a few portions, in each of the orders into a database of its own, and all of the first order again; expects the
    /// same graph of each order, and that reading them again changes no row.
    /// </summary>
    /// <param name="orders">The numbers of the documents, in each order.</param>
    /// <param name="import">Imports the documents of these numbers.</param>
    /// <param name="tell">Tells what is stored.</param>
    /// <returns>What is told of each of the databases.</returns>
    public static async Task<string> TellAsync(
        IEnumerable<int[]> orders, Func<ImportDatabase, int[], Task> import, Func<ImportDatabase, Task<string>> tell)
    {
        var told = new List<string>();
        foreach (var order in orders)
        {
            await using var database = await ImportDatabase.CreateAsync();
            foreach (var portion in order.Chunk((order.Length + Portions - 1) / Portions)) await import(database, portion);
            told.Add(await tell(database));
            if (told.Count > 1) continue;
            var before = await database.RowVersionsAsync();
            await import(database, order);
            (await database.RowVersionsAsync()).ShouldBe(before);
        }
        foreach (var graph in told) graph.ShouldBe(told[0]);
        return told[0];
    }
}
