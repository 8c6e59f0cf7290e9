using System.Runtime.CompilerServices;
using PaperGraph.Ingest.Reading;

namespace PaperGraph.Ingest.Tests.Reading;

public sealed class PrefetchExtensionsTests
{
    [Fact]
    public async Task The_items_are_the_same_in_the_same_order()
    {
        var read = new List<int>();
        await foreach (var item in Numbers(100).PrefetchAsync()) read.Add(item);

        read.ShouldBe(Enumerable.Range(0, 100));
    }

    [Fact]
    public async Task While_an_item_is_worked_on_the_next_one_is_made_and_no_more_than_three()
    {
        var made = new SemaphoreSlim(0);
        var count = 0;
        await using var ahead = Numbers(10, _ =>
        {
            Interlocked.Increment(ref count);
            made.Release();
        }).PrefetchAsync().GetAsyncEnumerator();

        (await ahead.MoveNextAsync()).ShouldBeTrue();
        for (var i = 0; i < 2; i++) (await made.WaitAsync(Patience.Limit)).ShouldBeTrue("nothing is made ahead");
        // The one asked for, the one that is held, and the one that waits to be held.
        Volatile.Read(ref count).ShouldBeLessThanOrEqualTo(3);
        ahead.Current.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_thrown_comes_behind_the_items_that_were_made_before()
    {
        var read = new List<int>();
        var thrown = await Should.ThrowAsync<FormatException>(async () =>
        {
            await foreach (var item in Numbers(5, Refuse3).PrefetchAsync()) read.Add(item);
        });

        static void Refuse3(int item)
        {
            if (item == 3) throw new FormatException("3");
        }

        thrown.Message.ShouldBe("3");
        read.ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task Who_stops_asking_ends_what_makes_the_items_without_waiting_for_it()
    {
        var ended = new TaskCompletionSource();
        await foreach (var item in Endless(ended).PrefetchAsync())
            if (item == 2) break;

        await ended.Task.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Cancelling_ends_it()
    {
        using var source = new CancellationTokenSource();
        var ended = new TaskCompletionSource();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in Endless(ended).PrefetchAsync(source.Token))
                if (item == 2) await source.CancelAsync();
        });

        await ended.Task.WaitAsync(Patience.Limit);
    }

    private static async IAsyncEnumerable<int> Numbers(int count, Action<int>? make = null)
    {
        for (var item = 0; item < count; item++)
        {
            make?.Invoke(item);
            yield return item;
            await Task.Yield();
        }
    }

    private static async IAsyncEnumerable<int> Endless(
        TaskCompletionSource ended, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            for (var item = 0; ; item++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
                await Task.Yield();
            }
        }
        finally
        {
            ended.SetResult();
        }
    }
}
