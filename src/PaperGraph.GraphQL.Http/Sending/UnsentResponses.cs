namespace PaperGraph.GraphQL.Http.Sending;

/// <summary>
/// Bytes of responses that are made and not sent, of all clients together. When there is no room left, connections whose clients have not
/// taken their response for a while are ended, longest first: who reads is not kept waiting by who does not.
/// </summary>
internal sealed class UnsentResponses(long maxBytes, TimeProvider time)
{
    /// <summary>How long a client that does not read may hold memory that others need, before its connection ends.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly LinkedList<UnsentShare> waiting = [];
    private long taken;

    public long MaxBytes => maxBytes;

    public long Bytes
    {
        get
        {
            lock (gate) return taken;
        }
    }

    public bool TryTake(UnsentShare share, int bytes)
    {
        while (true)
        {
            UnsentShare ended;
            lock (gate)
            {
                if (taken + bytes <= maxBytes)
                {
                    taken += bytes;
                    share.Bytes += bytes;
                    return true;
                }
                if (LongestWaiting(share) is not { } longest) return false;
                Forget(longest);
                ended = longest;
            }
            ended.End!();
        }
    }

    public void GiveBack(UnsentShare share, int bytes)
    {
        lock (gate)
        {
            // The bytes of a client that was disconnected were given back then.
            var given = Math.Min(bytes, share.Bytes);
            share.Bytes -= given;
            taken -= given;
        }
    }

    /// <summary>The client does not take its response as fast as it could be sent.</summary>
    /// <param name="end">Ends the client's connection.</param>
    public void BeginWaiting(UnsentShare share, Action end)
    {
        lock (gate)
        {
            if (share.Place is not null) return;
            share.End = end;
            share.WaitsSince = time.GetTimestamp();
            share.Place = waiting.AddLast(share);
        }
    }

    public void Leave(UnsentShare share)
    {
        // What is short was never among them.
        if (share is { Bytes: 0, Place: null }) return;
        lock (gate) Forget(share);
    }

    private UnsentShare? LongestWaiting(UnsentShare except)
    {
        for (var node = waiting.First; node is not null; node = node.Next)
            if (node.Value != except && node.Value.Bytes > 0 && time.GetElapsedTime(node.Value.WaitsSince) >= Grace) return node.Value;
        return null;
    }

    private void Forget(UnsentShare share)
    {
        taken -= share.Bytes;
        share.Bytes = 0;
        if (share.Place is { } place) waiting.Remove(place);
        share.Place = null;
    }
}

/// <summary>The part of the unsent bytes that is one response's.</summary>
internal sealed class UnsentShare(UnsentResponses all) : IDisposable
{
    public long MaxBytes => all.MaxBytes;

    /// <summary>The bytes that count. This and the following members are changed only by <see cref="UnsentResponses"/>.</summary>
    public long Bytes { get; set; }

    public long WaitsSince { get; set; }

    public Action? End { get; set; }

    public LinkedListNode<UnsentShare>? Place { get; set; }

    public bool TryTake(int bytes) => all.TryTake(this, bytes);

    public void GiveBack(int bytes) => all.GiveBack(this, bytes);

    public void BeginWaiting(Action end) => all.BeginWaiting(this, end);

    public void Dispose() => all.Leave(this);
}
