using System.Collections.Concurrent;
using System.Threading.Channels;

namespace PaperGraph.Testing;

/// <summary>
/// Time that passes when a test says so: for all timers that were set to a span. A server sets them while the test looks elsewhere, and
/// .NET's FakeTimeProvider does not wait until one is set.
/// </summary>
public sealed class ManualTime : TimeProvider
{
    private readonly ConcurrentDictionary<Timer, object?> timers = new();
    private readonly Channel<TimeSpan> set = Channel.CreateUnbounded<TimeSpan>();
    private long timestamp;

    public override long GetTimestamp() => Interlocked.Read(ref timestamp);

    /// <summary>Lets time pass for those who look at the clock, and for no timer.</summary>
    public void Step(TimeSpan span) => Interlocked.Add(ref timestamp, (long)(span.TotalSeconds * TimestampFrequency));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state), dueTime);
        timers[timer] = null;
        set.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until a timer is set to <paramref name="span"/>; its time does not pass.</summary>
    public async Task IsSetAsync(TimeSpan span)
    {
        while (!timers.Keys.Any(timer => timer.DueTime == span)) await NextAsync(span);
    }

    /// <summary>Waits until a timer is set to <paramref name="span"/>, and lets that time pass.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        while (true)
        {
            foreach (var timer in timers.Keys.Where(timer => timer.DueTime == span))
            {
                timer.Dispose();
                timer.Fire();
                return;
            }
            await NextAsync(span);
        }
    }

    private async Task NextAsync(TimeSpan span)
    {
        using var giveUp = new CancellationTokenSource(Patience.Limit);
        try
        {
            await set.Reader.ReadAsync(giveUp.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"Nobody has set a timer to {span}.", late);
        }
    }

    private sealed class Timer(ManualTime time, Action fire, TimeSpan dueTime) : ITimer
    {
        public TimeSpan DueTime { get; private set; } = dueTime;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            DueTime = dueTime;
            time.set.Writer.TryWrite(dueTime);
            return true;
        }

        public void Dispose() => time.timers.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
