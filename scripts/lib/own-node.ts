console.log(
  `The project brings its own Node, ${process.version}: its npm scripts run on that, whatever Node npm itself runs on.`,
);
