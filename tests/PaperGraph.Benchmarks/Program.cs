// Measures PaperGraph beside what could do the same work, in one run: only the ratios mean something. README.md has what came of it.
//
//   dotnet run --configuration Release --project tests/PaperGraph.Benchmarks -- --help

using PaperGraph.Benchmarks;
using PaperGraph.Benchmarks.Comparison;
using PaperGraph.Benchmarks.Peer;

// The servers that are measured run in processes of their own, which this program starts from itself.
switch (args)
{
    case [IdleServer.Argument]:
        await IdleServer.RunAsync();
        return 0;
    case [CeilingServer.Argument, var url]:
        await CeilingServer.RunAsync(Environment.GetEnvironmentVariable(ComparedServer.ConnectionStringVariable)!, url);
        return 0;
    case [PeerServer.Argument, var url]:
        await PeerServer.RunAsync(Environment.GetEnvironmentVariable(ComparedServer.ConnectionStringVariable)!, url);
        return 0;
    default:
        return await BenchmarkCommand.RunAsync(args);
}
