using PaperGraph.Commands;
using PaperGraph.Terminals;

var terminal = Terminal.ForThisProcess();
var database = new DatabaseOptions();
var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();

var papergraph = new PaperGraphCommand(
    database,
    new ServeCommand(database, terminal),
    new ImportCommand(database, configuration, terminal),
    new FollowCommand(database, configuration, terminal),
    new FormatsCommand(terminal),
    new StatusCommand(database, terminal),
    new CoverageCommand(database, terminal),
    new ImportsCommand(database, terminal),
    new ProblemsCommand(database, terminal),
    new ConceptsCommand(database, terminal),
    new AnalyzeCommand(database, terminal),
    new MigrateCommand(database, terminal));

return await papergraph.RunAsync(args, terminal);
