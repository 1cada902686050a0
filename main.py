from casebook.app import main

raise SystemExit(main())
