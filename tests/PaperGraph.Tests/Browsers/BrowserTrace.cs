using System.Text.Json;
using Microsoft.Playwright;

namespace PaperGraph.Tests.Browsers;

/// <summary>What the thread of a page's scripts does, as the browser's own trace tells.</summary>
internal sealed class BrowserTrace
{
    /// <summary>What the page writes into the trace, so that its thread is known among those of other pages.</summary>
    private const string Mark = "papergraph-trace";

    /// <summary>
    /// Putting the frame together. A browser without a graphics card reads here what was drawn back into memory, and waits for it; one with
    /// a card does not, so that it is no part of what a page takes.
    /// </summary>
    private const string PuttingTogether = "LayerTreeHost::DoUpdateLayers";

    /// <summary>What waits for promises is done behind the task that kept them, which the browser's trace tells by itself.</summary>
    private const string KeepingPromises = "BlinkScheduler_PerformMicrotaskCheckpoint";

    /// <summary>
    /// Work of a known amount, between two marks: what it takes tells how fast this processor is for a page, of which others may have a
    /// share.
    /// </summary>
    private const string Yardstick = $$"""
        () => {
          performance.mark('{{Mark}}-begun');
          let sum = 0;
          for (let turn = 0; turn < 3e6; turn++) sum += Math.sqrt(turn ^ (sum & 255));
          performance.mark('{{Mark}}-ended');
          return sum;
        }
        """;

    /// <summary>What the work takes on an ordinary laptop.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(20);

    private readonly IPage page;
    private readonly ICDPSession session;
    private readonly List<JsonElement> events = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BrowserTrace(IPage page, ICDPSession session)
    {
        (this.page, this.session) = (page, session);
        session.Event("Tracing.dataCollected").OnEvent += (_, data) =>
            events.AddRange(data!.Value.GetProperty("value").EnumerateArray().Select(item => item.Clone()));
        session.Event("Tracing.tracingComplete").OnEvent += (_, _) => ended.SetResult();
    }

    public static async Task<BrowserTrace> StartAsync(IPage page)
    {
        var trace = new BrowserTrace(page, await page.Context.NewCDPSessionAsync(page));
        await trace.session.SendAsync("Tracing.start", new Dictionary<string, object>
        {
            ["transferMode"] = "ReportEvents",
            ["traceConfig"] = new Dictionary<string, object> { ["includedCategories"] = new[] { "toplevel", "cc", "blink.user_timing" } },
        });
        return trace;
    }

    /// <summary>The processor time of each task of the open page since the start, as it would be on an ordinary laptop.</summary>
    public async Task<IReadOnlyList<TimeSpan>> EndAsync()
    {
        await page.EvaluateAsync(Yardstick);
        await session.SendAsync("Tracing.end");
        await ended.Task;
        var begun = events.First(item => Text(item, "name") == $"{Mark}-begun");
        var done = events.First(item => Text(item, "name") == $"{Mark}-ended");
        var speed = Usual.TotalMicroseconds / (Number(done, "tts") - Number(begun, "tts"));
        var scripts = Thread(begun);
        var timed = events
            .Where(item => Thread(item) == scripts && item.TryGetProperty("tdur", out _))
            .ToLookup(item => Text(item, "name"));
        var readBack = timed[PuttingTogether].ToList();
        return
        [
            .. from name in timed
               where name.Key == KeepingPromises || name.Key!.EndsWith("RunTask", StringComparison.Ordinal)
               from task in name
               where !IsWithin(begun, task)
               select TimeSpan.FromMicroseconds(speed * (Number(task, "tdur")
                   - readBack.Where(part => IsWithin(part, task)).Sum(part => Number(part, "tdur")))),
        ];
    }

    private static bool IsWithin(JsonElement part, JsonElement task) =>
        Number(part, "ts") >= Number(task, "ts") && Number(part, "ts") <= Number(task, "ts") + Number(task, "dur");

    private static double Number(JsonElement item, string name) => item.GetProperty(name).GetDouble();

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static (int Process, int Thread) Thread(JsonElement item) =>
        (item.GetProperty("pid").GetInt32(), item.GetProperty("tid").GetInt32());
}
