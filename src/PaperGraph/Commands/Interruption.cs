using System.Runtime.InteropServices;

namespace PaperGraph.Commands;

/// <summary>
/// Ctrl+C, or a request to end. The first cancels what the command does, so that it says how far it came; the second ends the process
/// where it stands.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>How long work that was cancelled may take to notice it, before the command ends without it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private const int Interrupt = 2;
    private const int Terminate = 15;

    private readonly CancellationTokenSource source;
    private readonly PosixSignalRegistration[] registrations;
    private int signal = Interrupt;

    public Interruption(CancellationToken cancellationToken)
    {
        source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Take(context, Interrupt)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Take(context, Terminate)),
        ];
    }

    public CancellationToken Token => source.Token;

    /// <summary>What a shell expects of a process that a signal has ended: 130 after Ctrl+C.</summary>
    public int ExitCode => 128 + signal;

    /// <summary>
    /// What the work results in; where it goes on for longer than <see cref="Grace"/> after it was cancelled, it is left behind.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<TResult> WaitForAsync<TResult>(Func<Task<TResult>> start, CancellationToken cancellationToken)
    {
        var work = Task.Run(start, CancellationToken.None);
        try
        {
            return await work.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(Grace, CancellationToken.None));
            if (!work.IsCompleted) throw;
            return await work;
        }
    }

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    private void Take(PosixSignalContext context, int number)
    {
        context.Cancel = !source.IsCancellationRequested;
        if (!context.Cancel) return;
        signal = number;
        _ = source.CancelAsync();
    }
}
