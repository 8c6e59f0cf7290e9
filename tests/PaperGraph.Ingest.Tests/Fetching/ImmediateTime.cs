namespace PaperGraph.Ingest.Tests.Fetching;

/// <summary>
/// A clock on which whoever waits has waited at once: the clock goes on by as much. Time-outs, which are half an hour and more in these
/// tests, do not pass, but for one that a test says.
/// </summary>
internal sealed class ImmediateTime(TimeSpan? passes = null) : TimeProvider
{
    private static readonly TimeSpan Timeouts = TimeSpan.FromMinutes(30);
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly List<TimeSpan> waits = [];
    private TimeSpan elapsed;

    /// <summary>How long whoever waited has waited, one wait after the other.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate) return [.. waits];
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return Start + elapsed;
    }

    public override long GetTimestamp()
    {
        lock (gate) return elapsed.Ticks;
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time)
    {
        lock (gate) elapsed += time;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(this, () => callback(state)).Started(dueTime);

    private void Wait(TimeSpan time)
    {
        lock (gate)
        {
            elapsed += time;
            if (time < Timeouts) waits.Add(time);
        }
    }

    private sealed class Timer(ImmediateTime time, Action callback) : ITimer
    {
        private volatile bool isOver;

        public Timer Started(TimeSpan dueTime)
        {
            Change(dueTime, Timeout.InfiniteTimeSpan);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < TimeSpan.Zero || (dueTime >= Timeouts && dueTime != time.Passes)) return true;
            time.Wait(dueTime);
            ThreadPool.QueueUserWorkItem(_ =>
            {
                if (!isOver) callback();
            });
            return true;
        }

        public void Dispose() => isOver = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private TimeSpan? Passes => passes;
}
