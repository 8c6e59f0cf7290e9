using System.CommandLine;
using PaperGraph.Concepts.Training;

var command = new RootCommand(
    "Trains and evaluates how PaperGraph finds concepts. For developers; README.md beside this program says with what data.");
command.Subcommands.Add(new EvaluateCommand());
command.Subcommands.Add(new TrainCommand());
return await command.Parse(args).InvokeAsync();
