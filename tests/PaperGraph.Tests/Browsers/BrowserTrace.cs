using System.Text.Json;
using Microsoft.Playwright;

namespace PaperGraph.Tests.Browsers;

/// <summary>What the thread of a page's scripts does, as the browser's own trace tells.</summary>
internal sealed class BrowserTrace
{
    /// <summary>What the page writes into the trace, so that its thread is known among those of other pages.</summary>
    private const string Mark = "papergraph-trace";

    private readonly ICDPSession session;
    private readonly List<JsonElement> events = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BrowserTrace(ICDPSession session)
    {
        this.session = session;
        session.Event("Tracing.dataCollected").OnEvent += (_, data) =>
            events.AddRange(data!.Value.GetProperty("value").EnumerateArray().Select(item => item.Clone()));
        session.Event("Tracing.tracingComplete").OnEvent += (_, _) => ended.SetResult();
    }

    public static async Task<BrowserTrace> StartAsync(IPage page)
    {
        var trace = new BrowserTrace(await page.Context.NewCDPSessionAsync(page));
        await trace.session.SendAsync("Tracing.start", new Dictionary<string, object>
        {
            ["transferMode"] = "ReportEvents",
            ["traceConfig"] = new Dictionary<string, object> { ["includedCategories"] = new[] { "toplevel", "blink.user_timing" } },
        });
        await page.EvaluateAsync("mark => { performance.mark(mark); }", Mark);
        return trace;
    }

    /// <summary>The processor time of each task since the start.</summary>
    public async Task<IReadOnlyList<TimeSpan>> EndAsync()
    {
        await session.SendAsync("Tracing.end");
        await ended.Task;
        var scripts = Thread(events.First(item => Text(item, "name") == Mark));
        return
        [
            .. from item in events
               where Text(item, "name")!.EndsWith("RunTask", StringComparison.Ordinal) && Thread(item) == scripts
               where item.TryGetProperty("tdur", out _)
               select TimeSpan.FromMicroseconds(item.GetProperty("tdur").GetDouble()),
        ];
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static (int Process, int Thread) Thread(JsonElement item) =>
        (item.GetProperty("pid").GetInt32(), item.GetProperty("tid").GetInt32());
}
